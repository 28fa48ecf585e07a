# The laws and the golden files under four instruction sets, and the same bits across them.
tests/instruction-sets.sh --no-build
