"""NumPy's side of `compare`: closed forms of schedules over a whole range, as somebody who knows NumPy writes them.

Debian: apt-get install python3-numpy. The runner starts this, sends one JSON request per line and reads one JSON answer per line.
In-place operations save the temporaries; only the range itself is allocated, for that is what the expression gives.
"""
import json
import sys
import time

try:
    import numpy as np
except ImportError as error:
    print(json.dumps({"missing": str(error)}), flush=True)
    sys.exit(0)


def steps(n):
    return np.arange(n, dtype=np.float64)


def constant(n):
    return np.full(n, 0.1)


def linear(n):
    t = steps(n)
    t *= (0.001 - 0.1) / n
    t += 0.1
    return t


def cosine(n, start=0.1, end=0.001):
    t = steps(n)
    t *= np.pi / n
    np.cos(t, out=t)
    t += 1
    t *= 0.5 * (start - end)
    t += end
    return t


def exponential(n):
    t = steps(n)
    t *= np.log(0.001 / 0.1) / n
    np.exp(t, out=t)
    t *= 0.1
    return t


def exponential_decay(n):
    t = steps(n)
    t *= np.log(0.5) / (n / 8)
    np.exp(t, out=t)
    t *= 0.1
    return t


def step(n):
    return np.repeat(0.1 * 0.5 ** np.arange(8.0), n // 8)


def multi_step(n):
    return np.repeat([0.1, 0.01, 0.001], [n // 2, n // 4, n // 4])


def square_root(n):
    t = steps(n)
    t /= n
    np.sqrt(t, out=t)
    t *= 0.001 - 0.1
    t += 0.1
    return t


def polynomial(n):
    t = steps(n)
    t *= -1 / n
    t += 1
    np.power(t, 0.9, out=t)
    t *= 0.1 - 0.001
    t += 0.001
    return t


def inverse_time(n):
    t = steps(n)
    t *= 0.5 / (n / 8)
    t += 1
    np.divide(0.1, t, out=t)
    return t


def inverse_square_root(n):
    t = steps(n)
    t *= 1 / (n / 8)
    t += 1
    np.sqrt(t, out=t)
    np.divide(0.1, t, out=t)
    return t


def power_law(n):
    t = steps(n)
    t *= 1 / (n / 8)
    t += 1
    np.power(t, -0.7, out=t)
    t *= 0.1
    return t


def warmup_cosine(n):
    t = steps(n)
    w = n // 10
    return np.where(t < w, t * (0.1 / w), 0.001 + (0.1 - 0.001) / 2 * (1 + np.cos((np.pi / (n - w)) * (t - w))))


def one_cycle(n):
    t = steps(n)
    top = 0.3 * n - 1
    up = 0.1 / 25 + (0.1 - 0.1 / 25) / 2 * (1 - np.cos(np.pi / top * t))
    down = 4e-7 + (0.1 - 4e-7) / 2 * (1 + np.cos(np.pi / (n - 1 - top) * (t - top)))
    return np.where(t < top, up, down)


def cosine_restarts(n):
    t = steps(n)
    period = n / 10
    t -= period * np.floor(t / period)  # several times as fast as np.fmod
    t *= np.pi / period
    np.cos(t, out=t)
    t += 1
    t *= 0.5 * (0.1 - 0.001)
    t += 0.001
    return t


def settle(run, count):
    """Runs until the cost stands still, as the runner does with its own entrants."""
    begin = time.perf_counter_ns()
    best = None
    for i in range(1001):
        start = time.perf_counter_ns()
        run(count)
        end = time.perf_counter_ns()
        if i >= 4 and end - begin > 3_000_000 and end - start > 0.97 * best:
            return
        best = min(end - start, best or end - start)


print(json.dumps({"peer": "NumPy", "version": np.__version__, "python": sys.version.split()[0]}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    run, count, repeats = globals()[request["case"]], request["count"], request["repeats"]
    settle(run, count)
    begin = time.perf_counter_ns()
    for _ in range(repeats):
        run(count)
    elapsed = time.perf_counter_ns() - begin
    print(json.dumps({"nanoseconds": elapsed / repeats / count}), flush=True)
