"""Training of scikit-learn's network on made-up rows: prints {"ms", "loss", "forwardMs"} as JSON."""

import json
import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
rows, width, epochs, batch, seed = map(int, sys.argv[1:6])
random = np.random.default_rng(seed)
values = random.standard_normal((rows, width)).astype(np.float32)
labels = values[:, 0] * values[:, 1] > 0
network = MLPClassifier((64, 64), batch_size=batch, max_iter=epochs, random_state=seed, alpha=0)
started = time.perf_counter()
network.fit(values, labels)
ms = (time.perf_counter() - started) * 1000
block = random.standard_normal((100_000, width)).astype(np.float32)
started = time.perf_counter()
network.predict_proba(block)
forward = (time.perf_counter() - started) * 1000
print(json.dumps({"ms": ms, "loss": float(network.loss_), "forwardMs": forward}))
