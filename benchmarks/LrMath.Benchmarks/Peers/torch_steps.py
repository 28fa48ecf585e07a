"""PyTorch's side of `compare`: what one `scheduler.step()` and reading the rate cost, per step of a training run.

Debian: apt-get install python3-torch. The runner starts this, sends one JSON request per line and reads one JSON answer per line.
Only the rate is scheduled: the schedulers that turn the momentum as well are told to leave it alone.
"""
import gc
import math
import time
import warnings

import sampling

try:
    import torch
    from torch.optim import lr_scheduler as s
except ImportError as error:
    sampling.missing(error)

torch.set_num_threads(1)
warnings.simplefilter("ignore")  # no optimizer.step() before scheduler.step(): only the schedule is timed
gc.disable()

N = 16384


def sequential(o):
    w = N // 10
    return s.SequentialLR(o, [s.LinearLR(o, 1e-3, 1, w), s.CosineAnnealingLR(o, N - w, 0.001)], [w])


CASES = {
    "constant": lambda o: s.ConstantLR(o, 0.1, N),
    "linear": lambda o: s.LinearLR(o, 1, 0.01, N),
    "cosine": lambda o: s.CosineAnnealingLR(o, N, 0.001),
    "exponential_decay": lambda o: s.ExponentialLR(o, 0.5 ** (8 / N)),
    "step": lambda o: s.StepLR(o, N // 8, 0.5),
    "multi_step": lambda o: s.MultiStepLR(o, [N // 2, N // 4 * 3], 0.1),
    "polynomial": lambda o: s.PolynomialLR(o, N, 0.9),
    "cosine_restarts": lambda o: s.CosineAnnealingWarmRestarts(o, N // 10, 1, 0.001),
    "one_cycle": lambda o: s.OneCycleLR(o, 0.1, N, cycle_momentum=False),
    "warmup_cosine": sequential,
    "cyclic": lambda o: s.CyclicLR(o, 0.001, 0.1, N // 16, cycle_momentum=False),
    "inverse_square_root": lambda o: s.LambdaLR(o, lambda t: 1 / math.sqrt(1 + t / (N / 8))),
}


def run(case, count):
    """The first steps of a training run, in nanoseconds; each run has a scheduler of its own, for some do not go on beyond their end."""
    scheduler = CASES[case](torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1))
    begin = time.perf_counter_ns()
    for _ in range(count):
        scheduler.step()
        scheduler.get_last_lr()
    return time.perf_counter_ns() - begin


def nanoseconds(case, count, repeats):
    sampling.settle(lambda: run(case, count))
    elapsed = sum(run(case, count) for _ in range(repeats))
    gc.collect()
    return elapsed / repeats / count


sampling.serve("PyTorch", torch.__version__, nanoseconds)
