"""k-means of scikit-learn on a CSV of numbers, on one thread: prints {"ms", "iterations", "inertia"}.

kmeans.py FILE K start ITERATIONS   from the first K rows, until nobody changes or so many iterations
kmeans.py FILE K restarts SEED      ten seeded starts
"""

import json
import sys
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

path, k, way, number = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
matrix = StandardScaler().fit_transform(np.loadtxt(path, delimiter=",", skiprows=1))
if way == "start":
    model = KMeans(n_clusters=k, init=matrix[:k], n_init=1, max_iter=number, tol=0)
else:
    model = KMeans(n_clusters=k, n_init=10, random_state=number)
with threadpool_limits(limits=1):
    started = time.perf_counter()
    found = model.fit(matrix)
    ms = (time.perf_counter() - started) * 1000
print(json.dumps({"ms": ms, "iterations": found.n_iter_, "inertia": found.inertia_}))
