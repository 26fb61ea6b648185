"""k-means of scikit-learn on a CSV of numbers: prints {"ms", "inertia"} as JSON."""

import json
import sys
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

path, k, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
matrix = StandardScaler().fit_transform(np.loadtxt(path, delimiter=",", skiprows=1))
started = time.perf_counter()
found = KMeans(n_clusters=k, n_init=10, random_state=seed).fit(matrix)
print(json.dumps({"ms": (time.perf_counter() - started) * 1000, "inertia": found.inertia_}))
