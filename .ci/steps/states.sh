# The libraries published ahead of time: a loop and its states without a JIT and without reflection.
tests/native.sh
