"""NumPy's side of `compare`: closed forms of schedules over a whole range, as somebody who knows NumPy writes them.

Debian: apt-get install python3-numpy. The runner starts this, sends one JSON request per line and reads one JSON answer per line.
Constants are folded where the closed form has them side by side, and each pass works in place: only the range itself is allocated, for
that is what the expression gives. Two forms are the exception, `warmup_cosine` and `one_cycle`: there `np.where` chooses between two
ranges, which costs temporaries. The same schedules in slices do without. The forms that end in `_touched` allocate nothing: they write
into an array that was written before. Those that end in `_folded` go beyond the closed form: they move the scale through the root, the
quotient or the power, which saves a pass or two over the range.
"""
import functools
import math
import time

import sampling

try:
    import numpy as np
except ImportError as error:
    sampling.missing(error)


def steps(n, first=0.0):
    # The half step keeps rounding from adding a value.
    return np.arange(first, first + n - 0.5)


@functools.lru_cache(maxsize=None)
def touched(n):
    """An array to write into, and the steps, which need not be counted anew either."""
    return np.full(n, 0.0), steps(n)


def wave(cosine, start, end):
    """From start to end, where the cosine goes from 1 to -1, in place."""
    cosine *= 0.5 * (start - end)
    cosine += 0.5 * (start + end)


def constant(n):
    return np.full(n, 0.1)


def constant_touched(n):
    t, _ = touched(n)
    t.fill(0.1)
    return t


def linear(n):
    t = steps(n)
    t *= (0.001 - 0.1) / n
    t += 0.1
    return t


def linear_touched(n):
    t, at = touched(n)
    np.multiply(at, (0.001 - 0.1) / n, out=t)
    t += 0.1
    return t


def cosine(n):
    t = steps(n)
    t *= np.pi / n
    np.cos(t, out=t)
    wave(t, 0.1, 0.001)
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
    t = np.empty(n)
    t.reshape(8, n // 8)[:] = (0.1 * 0.5 ** np.arange(8.0))[:, np.newaxis]
    return t


def multi_step(n):
    t = np.empty(n)
    t[:n // 2] = 0.1
    t[n // 2:n // 4 * 3] = 0.01
    t[n // 4 * 3:] = 0.001
    return t


def square_root(n):
    t = steps(n)
    t *= 1 / n
    np.sqrt(t, out=t)
    t *= 0.001 - 0.1
    t += 0.1
    return t


def square_root_folded(n):
    t = steps(n)
    np.sqrt(t, out=t)
    t *= (0.001 - 0.1) / math.sqrt(n)
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


def polynomial_folded(n):
    t = np.arange(n, 0, -1, dtype=np.float64)
    np.power(t, 0.9, out=t)
    t *= (0.1 - 0.001) / n ** 0.9
    t += 0.001
    return t


def inverse_time(n):
    t = steps(n)
    t *= 0.5 / (n / 8)
    t += 1
    np.divide(0.1, t, out=t)
    return t


def inverse_time_folded(n):
    t = steps(n, n / 4)
    np.divide(0.1 * n / 4, t, out=t)
    return t


def inverse_square_root(n):
    t = steps(n)
    t *= 1 / (n / 8)
    t += 1
    np.sqrt(t, out=t)
    np.divide(0.1, t, out=t)
    return t


def inverse_square_root_folded(n):
    t = steps(n, n / 8)
    np.sqrt(t, out=t)
    np.divide(0.1 * math.sqrt(n / 8), t, out=t)
    return t


def power_law(n):
    t = steps(n)
    t *= 1 / (n / 8)
    t += 1
    np.power(t, -0.7, out=t)
    t *= 0.1
    return t


def power_law_folded(n):
    t = steps(n, n / 8)
    np.power(t, -0.7, out=t)
    t *= 0.1 * (n / 8) ** 0.7
    return t


def warmup_cosine(n):
    t = steps(n)
    w = n // 10
    return np.where(t < w, t * (0.1 / w), 0.001 + (0.1 - 0.001) / 2 * (1 + np.cos((np.pi / (n - w)) * (t - w))))


def warmup_cosine_in_slices(n):
    w = n // 10
    t = steps(n, -w)
    up, down = t[:w], t[w:]
    up += w
    up *= 0.1 / w
    down *= np.pi / (n - w)
    np.cos(down, out=down)
    wave(down, 0.1, 0.001)
    return t


def one_cycle(n):
    t = steps(n)
    top = 0.3 * n - 1
    up = 0.1 / 25 + (0.1 - 0.1 / 25) / 2 * (1 - np.cos(np.pi / top * t))
    down = 4e-7 + (0.1 - 4e-7) / 2 * (1 + np.cos(np.pi / (n - 1 - top) * (t - top)))
    return np.where(t < top, up, down)


def one_cycle_in_slices(n):
    top = 0.3 * n - 1
    t = steps(n, -top)
    up, down = t[:math.ceil(top)], t[math.ceil(top):]
    up *= np.pi / top
    down *= np.pi / (n - 1 - top)
    np.cos(t, out=t)
    wave(up, 0.1, 0.1 / 25)
    wave(down, 0.1, 4e-7)
    return t


def cosine_restarts(n):
    """One cosine over all cycles; every other one is the wrong way round."""
    t = steps(n)
    t *= np.pi / (n / 10)
    np.cos(t, out=t)
    height = 0.5 * (0.1 - 0.001)
    for i in range(10):
        t[math.ceil(i * n / 10):math.ceil((i + 1) * n / 10)] *= -height if i % 2 else height
    t += 0.5 * (0.1 + 0.001)
    return t


def run(form, n, repeats):
    begin = time.perf_counter_ns()
    for _ in range(repeats):
        form(n)
    return time.perf_counter_ns() - begin


def nanoseconds(case, count, repeats):
    form = globals()[case]
    sampling.settle(lambda: run(form, count, 1))
    return run(form, count, repeats) / repeats / count


if __name__ == "__main__":
    sampling.serve("NumPy", np.__version__, nanoseconds)
