package org.ncsoversight.mongo.memory;

/** What one command holds of the budget; used by one thread at a time. */
public final class Allowance implements AutoCloseable {

    /** The command that the current thread works for. */
    public static final ScopedValue<Allowance> CURRENT = ScopedValue.newInstance();

    /** Taken at once from the budget, so that it is not asked for each document. */
    private static final long PORTION_IN_BYTES = 64 << 10;

    private static final long LITTLE_IN_BYTES = 1 << 20;

    private final MemoryBudget budget;
    private long held;
    private long granted;

    Allowance(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Makes room for what is about to be kept, or refuses the command. */
    public void take(long bytes) {
        long limit = budget.limits().commandInBytes();
        if (held + bytes > limit) {
            throw Refusal.tooMuchMemory(limit);
        }
        if (held + bytes > granted) {
            long more = Math.max(held + bytes - granted, PORTION_IN_BYTES);
            budget.take(more, granted + more <= LITTLE_IN_BYTES);
            granted += more;
        }
        held += bytes;
    }

    public void giveBack(long bytes) {
        held -= bytes;
        long spare = granted - held - PORTION_IN_BYTES;
        if (spare > PORTION_IN_BYTES) {
            budget.giveBack(spare);
            granted -= spare;
        }
    }

    public long held() {
        return held;
    }

    @Override
    public void close() {
        budget.giveBack(granted);
        granted = 0;
        held = 0;
    }
}
