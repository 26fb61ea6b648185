"""How well `lab predict` ranks and how honest its probabilities are, beside scikit-learn, on held-out rows.

Usage: compare-quality.py TABLE TARGET POSITIVE [--drop a,b] [--seeds 0,1,2] [--modes default,reference,logistic]
                          [--rows] [--shuffle] [--limit N]

Run in the project's folder. Each seed sets a fifth of the rows aside (stratified, copies of a row left
out; the last fifth with --rows), --shuffle deals the training answers out at random. Every learner sees
the same training rows and scores the same rows set aside. Peers: median, standardised numbers and one-hot words for logistic
regression (C = 1) and a 64-64 network (Adam 1e-3, batch 32, 10 epochs); two settings of histogram
gradient boosting, the better by a fifth of the training rows.

Prints a line per learner: mean AUC, log-loss, ECE of ten bins of equal size with the 95th percentile of
a perfectly calibrated model's at that size, lift of the highest tenth, and for each peer how far the
AUC of ours is above it with the standard error of a paired bootstrap (200 drawings of the rows).
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

warnings.filterwarnings("ignore")
BINS = 10
DRAWINGS = 200
FEW_VALUES = 255


def read_table(path):
    text = Path(path).read_text(encoding="utf-8-sig")
    delimiter = csv.Sniffer().sniff(text.split("\n", 1)[0], ",;\t").delimiter
    return pd.read_csv(path, sep=delimiter, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def typed(table):
    """Columns as numbers where every filled cell is one, dates as days, else as words if they are few."""
    out = {}
    for name in table.columns:
        cells = table[name].str.strip().replace("", np.nan)
        numbers = pd.to_numeric(cells, errors="coerce")
        if cells.notna().any() and numbers.notna().sum() == cells.notna().sum():
            out[name] = numbers
            continue
        days = pd.to_datetime(cells, errors="coerce", dayfirst=True)
        if cells.notna().any() and days.notna().sum() == cells.notna().sum():
            out[name] = (days - pd.Timestamp("2000-01-01")).dt.days.astype(float)
            continue
        if cells.nunique() <= FEW_VALUES:
            out[name] = cells.fillna("").astype(object)
    return pd.DataFrame(out)


def linear_inputs(columns):
    numbers = columns.select_dtypes("number").columns
    words = [name for name in columns if name not in numbers]
    return make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), list(numbers)),
        (OneHotEncoder(handle_unknown="ignore", sparse_output=False), words),
    )


def tree_inputs(columns):
    numbers = columns.select_dtypes("number").columns
    words = [name for name in columns if name not in numbers]
    encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    return make_column_transformer(("passthrough", list(numbers)), (encoder, words))


def boosted(seed, **settings):
    return HistGradientBoostingClassifier(random_state=seed, early_stopping=True, **settings)


def fit_trees(train, labels, seed):
    """The better of two settings, by a fifth of the training rows."""
    slow = {"learning_rate": 0.05, "max_iter": 500, "max_leaf_nodes": 15, "l2_regularization": 1.0}
    settings = [{}, slow]
    a, b, label_a, label_b = train_test_split(
        train, labels, test_size=0.2, random_state=seed, stratify=labels
    )
    losses = []
    for chosen in settings:
        model = make_pipeline(tree_inputs(train), boosted(seed, **chosen)).fit(a, label_a)
        losses.append(log_loss(label_b, model.predict_proba(b)[:, 1]))
    best = settings[int(np.argmin(losses))]
    return make_pipeline(tree_inputs(train), boosted(seed, **best)).fit(train, labels)


def fit_peers(train, labels, seed):
    logistic = LogisticRegression(max_iter=2000)
    network = MLPClassifier((64, 64), batch_size=32, max_iter=10, random_state=seed)
    return {
        "scikit-learn logistic": make_pipeline(linear_inputs(train), logistic).fit(train, labels),
        "scikit-learn MLP": make_pipeline(linear_inputs(train), network).fit(train, labels),
        "scikit-learn boosted trees": fit_trees(train, labels, seed),
    }


def calibration_error(labels, said):
    parts = np.array_split(np.argsort(said, kind="stable"), BINS)
    return sum(len(p) * abs(labels[p].mean() - said[p].mean()) for p in parts if len(p)) / len(said)


def perfect_error(said, rng):
    """95th percentile of the calibration error where every probability is exactly right."""
    drawn = [calibration_error(rng.random(len(said)) < said, said) for _ in range(DRAWINGS)]
    return np.quantile(drawn, 0.95)


def lift_of_tenth(labels, said):
    top = np.argsort(-said, kind="stable")[: max(1, len(said) // 10)]
    return labels[top].mean() / labels.mean()


def ask_lab(folder, options, mode, seed):
    scores = folder / f"{mode}.csv"
    words = ["npm", "run", "-s", "lab", "--", "predict", "--mode", mode, "--seed", str(seed)]
    words += ["--train", str(folder / "train.csv"), "--test", str(folder / "test.csv")]
    words += ["--target", options.target, "--positive", options.positive]
    words += ["--scores", str(scores), "--backend", options.backend]
    words += ["--drop", options.drop] if options.drop else []
    words += ["--split", "rows"] if options.rows else []
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"lab predict --mode {mode} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    report = json.loads(done.stdout.strip().split("\n")[-1])
    said = np.zeros(len(pd.read_csv(folder / "test.csv", dtype=str)))
    for row in csv.DictReader(scores.open(encoding="utf-8")):
        said[int(row["row"])] = float(row["probability"])
    warned = [f"{w['severity']}:{w['column']}:{w['test']}" for w in report["warnings"]]
    facts = f"model {report['model']}, {report['ms']['train']:.0f} ms, {report['backend']['name']}"
    print(f"  seed {seed} {mode}: {facts}; {report['verdict']} {warned}", file=sys.stderr)
    return said


def split(table, labels, options, seed):
    if options.rows:
        at = int(len(table) * 0.8)
        return np.arange(at), np.arange(at, len(table))
    return train_test_split(np.arange(len(table)), test_size=0.2, random_state=seed, stratify=labels)


def run_seed(table, options, seed, folder):
    labels = (table[options.target].str.strip() == options.positive).to_numpy()
    learned, aside = split(table, labels, options, seed)
    answers = table[options.target].to_numpy(copy=True)
    if options.shuffle:
        answers[learned] = np.random.default_rng(seed).permutation(answers[learned])
    train = table.iloc[learned].assign(**{options.target: answers[learned]})
    train.to_csv(folder / "train.csv", index=False)
    table.iloc[aside].to_csv(folder / "test.csv", index=False)
    dropped = [options.target, *filter(None, options.drop.split(","))]
    columns = typed(table).drop(columns=dropped, errors="ignore")
    varied = columns.loc[:, columns.iloc[learned].nunique() > 1]
    told = (train[options.target].str.strip() == options.positive).to_numpy()
    said = {mode: ask_lab(folder, options, mode, seed) for mode in options.modes.split(",")}
    for name, model in fit_peers(varied.iloc[learned], told, seed).items():
        said[name] = model.predict_proba(varied.iloc[aside])[:, 1]
    return labels[aside], said


def figures(labels, said, rng):
    clipped = np.clip(said, 1e-7, 1 - 1e-7)
    return [
        roc_auc_score(labels, said),
        log_loss(labels, clipped),
        calibration_error(labels, said),
        perfect_error(said, rng),
        lift_of_tenth(labels, said),
    ]


def auc_difference(labels, ours, peer, rng):
    drawn = []
    for _ in range(DRAWINGS):
        at = rng.integers(0, len(labels), len(labels))
        drawn.append(roc_auc_score(labels[at], ours[at]) - roc_auc_score(labels[at], peer[at]))
    return roc_auc_score(labels, ours) - roc_auc_score(labels, peer), np.std(drawn)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table")
    parser.add_argument("target")
    parser.add_argument("positive")
    parser.add_argument("--drop", default="")
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--modes", default="default,reference,logistic")
    parser.add_argument("--backend", default="auto")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rows", action="store_true")
    parser.add_argument("--shuffle", action="store_true")
    options = parser.parse_args()
    table = read_table(options.table)
    ours = options.drop.split(",") if options.drop else []
    unlike = ~table.drop(columns=[name for name in ours if name in table]).duplicated()
    if not options.rows:
        table = table[unlike].reset_index(drop=True)
    table = table.head(options.limit) if options.limit else table
    rng = np.random.default_rng(0)
    all_figures, differences = {}, {}
    for seed in map(int, options.seeds.split(",")):
        with tempfile.TemporaryDirectory() as name:
            labels, said = run_seed(table, options, seed, Path(name))
        first = next(iter(said))
        for learner, values in said.items():
            all_figures.setdefault(learner, []).append(figures(labels, values, rng))
            if learner != first:
                differences.setdefault(learner, []).append(auc_difference(labels, said[first], values, rng))
    print(f"{Path(options.table).name}, {len(table)} rows, seeds {options.seeds}")
    print("learner                     AUC    log-loss  ECE (95 % of perfect)  lift   AUC of ours above it")
    for learner, rows in all_figures.items():
        auc, loss, ece, perfect, lift = np.mean(rows, axis=0)
        gap = np.mean(differences[learner], axis=0) if learner in differences else None
        above = "" if gap is None else f"{gap[0]:+.4f} ± {gap[1]:.4f}"
        print(f"{learner:27} {auc:.4f} {loss:.4f}    {ece:.4f} ({perfect:.4f})        {lift:.2f}   {above}")


main()
