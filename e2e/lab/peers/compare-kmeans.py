"""How our segments stand beside those of scikit-learn on the very same matrix.

compare-kmeans.py MATRIX LABELS, both written by `segment --matrix … --labels …`. Ten seeds of
n_init=10: inertia against the first and the best of them, adjusted Rand with the first, the least
with any, the least among themselves (there they agree with nobody either), silhouette of both.
"""

import json
import sys

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score

matrix = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, ndmin=2)
labels = np.genfromtxt(sys.argv[2], delimiter=",", skip_header=1, usecols=1, dtype=int)
k = labels.max() + 1
inertia = sum(
    ((matrix[labels == label] - matrix[labels == label].mean(axis=0)) ** 2).sum()
    for label in range(k)
)
found = [KMeans(n_clusters=k, n_init=10, random_state=seed).fit(matrix) for seed in range(10)]
theirs = [one.labels_ for one in found]
among = [adjusted_rand_score(a, b) for at, a in enumerate(theirs) for b in theirs[:at]]
print(
    json.dumps(
        {
            "k": int(k),
            "rows": len(labels),
            "inertia": inertia,
            "ratioToFirst": inertia / found[0].inertia_,
            "ratioToBest": inertia / min(one.inertia_ for one in found),
            "randWithFirst": adjusted_rand_score(labels, theirs[0]),
            "randLeast": min(adjusted_rand_score(labels, one) for one in theirs),
            "randAmongThem": min(among),
            "silhouette": silhouette_score(matrix, labels),
            "silhouetteOfFirst": silhouette_score(matrix, theirs[0]),
        }
    )
)
