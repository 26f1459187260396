package org.ncsoversight.deploy.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** How long pages took, told apart by whether a process had just been killed. */
final class Looks {

    static final Duration AFTER_A_KILL = Duration.ofSeconds(10);

    /** One page that was asked for; one that did not come counts as slower than any. */
    record Look(String page, long beganNanos, long endedNanos, int status) {

        long nanos() {
            return status == 200 ? endedNanos - beganNanos : Long.MAX_VALUE;
        }
    }

    private final ConcurrentLinkedQueue<Look> looks = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> kills = new ConcurrentLinkedQueue<>();

    void add(Look look) {
        looks.add(look);
    }

    void killed(long nanos) {
        kills.add(nanos);
    }

    /** Those that nothing excuses. */
    List<Look> quiet() {
        List<Long> times = List.copyOf(kills);
        return looks.stream()
                .filter(look -> times.stream().noneMatch(kill -> excuses(kill, look)))
                .toList();
    }

    int all() {
        return looks.size();
    }

    /** How long after the kill before it somebody asked for a page, in seconds; nothing when nobody was killed before. */
    OptionalDouble secondsAfterAKill(Look look) {
        return kills.stream()
                .mapToDouble(kill -> (look.beganNanos() - kill) / 1e9)
                .filter(seconds -> seconds >= 0)
                .min();
    }

    /** The page whose 99th percentile is the highest, and that. */
    static Map.Entry<String, Long> slowest(List<Look> looks) {
        return looks.stream().collect(Collectors.groupingBy(Look::page)).entrySet().stream()
                .map(page -> Map.entry(page.getKey(), quantile(page.getValue(), 0.99)))
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElse(Map.entry("no page", Long.MAX_VALUE));
    }

    /** Nearest rank; {@link Long#MAX_VALUE} when that page did not come. */
    static long quantile(List<Look> looks, double share) {
        List<Long> nanos = new ArrayList<>(looks.stream().map(Look::nanos).toList());
        nanos.sort(Comparator.naturalOrder());
        return nanos.isEmpty() ? Long.MAX_VALUE : nanos.get(Math.max(1, (int) Math.ceil(share * nanos.size())) - 1);
    }

    private static boolean excuses(long kill, Look look) {
        return look.endedNanos() - kill >= 0 && look.beganNanos() - kill <= AFTER_A_KILL.toNanos();
    }
}
