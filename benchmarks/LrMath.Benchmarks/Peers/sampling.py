"""How a peer of `compare` takes its samples: the same for all of them, and as the runner does with its own entrants."""
import json
import sys
import time


def settle(sample):
    """Takes uncounted samples, in nanoseconds, until the cost stands still."""
    begin = time.perf_counter_ns()
    best = None
    for i in range(1001):
        elapsed = sample()
        if i >= 4 and time.perf_counter_ns() - begin > 3_000_000 and elapsed > 0.97 * best:
            return
        best = min(elapsed, best or elapsed)


def serve(peer, version, nanoseconds):
    """Introduces the peer, and answers each request for a sample with what `nanoseconds(case, count, repeats)` gives per operation."""
    print(json.dumps({"peer": peer, "version": version, "python": sys.version.split()[0]}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({"nanoseconds": nanoseconds(request["case"], request["count"], request["repeats"])}), flush=True)


def missing(error):
    """Says why there is no such peer here."""
    print(json.dumps({"missing": str(error)}), flush=True)
    sys.exit(0)
