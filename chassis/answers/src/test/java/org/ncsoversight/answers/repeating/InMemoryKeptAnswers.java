package org.ncsoversight.answers.repeating;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers of one JVM. */
final class InMemoryKeptAnswers implements KeptAnswers {

    private record Kept(Holder holder, UUID seed, @Nullable Answer answer, Instant forgetAt) {}

    private final Map<String, Kept> byKey = new HashMap<>();

    @Override
    public synchronized Claim claim(Holder wanted, Instant now, Instant forgetAt) {
        Kept kept = byKey.get(wanted.key());
        if (kept == null || !kept.forgetAt().isAfter(now)) {
            byKey.put(wanted.key(), new Kept(wanted, wanted.holder(), null, forgetAt));
            return new Claim.Granted(wanted.holder());
        }
        if (kept.answer() != null) {
            return new Claim.Answered(kept.answer());
        }
        if (kept.holder().until().isAfter(now)) {
            return new Claim.UnderWay();
        }
        byKey.put(wanted.key(), new Kept(wanted, kept.seed(), null, kept.forgetAt()));
        return new Claim.Granted(kept.seed());
    }

    @Override
    public synchronized void renew(Collection<Holder> holders) {
        holders.forEach(holder -> byKey.computeIfPresent(
                holder.key(),
                (_, kept) -> isHeldBy(holder, kept) ? new Kept(holder, kept.seed(), null, kept.forgetAt()) : kept));
    }

    @Override
    public synchronized void keep(Holder holder, Answer answer, Instant forgetAt) {
        byKey.computeIfPresent(
                holder.key(),
                (_, kept) -> isHeldBy(holder, kept) ? new Kept(holder, kept.seed(), answer, forgetAt) : kept);
    }

    @Override
    public synchronized void release(Holder holder) {
        renew(List.of(new Holder(holder.key(), holder.holder(), Instant.EPOCH)));
    }

    private static boolean isHeldBy(Holder holder, Kept kept) {
        return kept.answer() == null && kept.holder().holder().equals(holder.holder());
    }
}
