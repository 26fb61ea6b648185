"""The network of the reference mode in scikit-learn on a CSV: prints {"ms", "auc"} as JSON.

Columns of numbers are standardised, the others one-hot; the last fifth of a seeded shuffle is held out.
"""

import csv
import json
import sys
import time
import warnings

import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
path, target, positive, dropped, seed = sys.argv[1:6]
rows = list(csv.reader(open(path, encoding="utf-8", newline="")))
header, rows = rows[0], rows[1:]


def is_number(at):
    try:
        [float(row[at]) for row in rows]
        return True
    except ValueError:
        return False


columns = [at for at, name in enumerate(header) if name not in [target, *dropped.split(",")]]
numbers = [at for at in columns if is_number(at)]
words = [at for at in columns if at not in numbers]
labels = np.array([row[header.index(target)] == positive for row in rows])
parts = [StandardScaler().fit_transform([[float(row[at]) for at in numbers] for row in rows])]
if words:
    encoder = OneHotEncoder(sparse_output=False)
    parts.append(encoder.fit_transform([[row[at] for at in words] for row in rows]))
train, test, train_labels, test_labels = train_test_split(
    np.hstack(parts), labels, test_size=0.2, random_state=int(seed), stratify=labels
)
started = time.perf_counter()
network = MLPClassifier((64, 64), batch_size=32, max_iter=10, random_state=int(seed))
network.fit(train, train_labels)
ms = (time.perf_counter() - started) * 1000
auc = roc_auc_score(test_labels, network.predict_proba(test)[:, 1])
print(json.dumps({"ms": ms, "auc": auc}))
