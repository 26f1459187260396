package org.ncsoversight.reporting.folding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Latest;
import org.ncsoversight.reporting.heard.ThreadMessage;
import org.ncsoversight.reporting.readiness.ProviderFacts;

/**
 * The facts of this task's providers, blind to the order and the number of times they are told.
 *
 * <p>Of each entity only the newest version counts: what the older one added is taken back, then the newer is added.
 */
final class FactStores {

    private static final Serializer<String> PREFIXES = Serdes.String().serializer();
    private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

    private final KeyValueStore<String, String> latest;
    private final KeyValueStore<String, String> tallies;
    private final KeyValueStore<String, String> folded;

    FactStores(ProcessingContext context) {
        latest = context.getStateStore(ReadinessTopology.LATEST_STORE);
        tallies = context.getStateStore(ReadinessTopology.TALLIES_STORE);
        folded = context.getStateStore(ReadinessTopology.FOLDED_STORE);
    }

    /**
     * True when it told something new.
     *
     * @param recorded when its producer recorded it, if that is said
     */
    boolean fold(Heard.Fact fact, Optional<Instant> recorded) {
        String key = String.join("|", fact.ukprn(), fact.kind().name(), fact.id());
        Latest after = fact.latest();
        Latest before = read(latest.get(key));
        if (before != null && before.version() >= after.version()) {
            return false;
        }
        if (before != null) {
            before.shares().forEach(share -> addTo(fact.ukprn(), share, -1));
        }
        after.shares().forEach(share -> addTo(fact.ukprn(), share, 1));
        latest.put(key, Wire.JSON.writeValueAsString(after));
        Counted counted = countedOf(fact.ukprn());
        Folded now = Ledger.after(
                counted.folded(),
                fact.kind(),
                fact.id(),
                before == null ? Ledger.NONE : before.version(),
                after.version());
        Folded heard = recorded.filter(_ -> fact.kind().isOfEvidenceService())
                .map(now::withEvidenceUpTo)
                .orElse(now);
        folded.put(fact.ukprn(), new Counted(counted.changes() + 1, heard).toString());
        return true;
    }

    /** Makes sure that a provider is computed even if nothing is ever told of it; true when it is new. */
    boolean know(String ukprn) {
        return folded.putIfAbsent(ukprn, Counted.NOTHING.toString()) == null;
    }

    Counted countedOf(String ukprn) {
        String known = folded.get(ukprn);
        return known == null ? Counted.NOTHING : Counted.parse(known);
    }

    void forEachProvider(Consumer<String> action) {
        try (var all = folded.all()) {
            all.forEachRemaining(entry -> action.accept(entry.key));
        }
    }

    /** Complaints have no producer yet; a thread that was closed is no longer expected to be whole. */
    ProviderFacts factsOf(String ukprn) {
        return new ProviderFacts(
                wholesOf(ukprn, Heard.Kind.EVIDENCE, Latest::evidence).stream()
                        .flatMap(item -> item.asEvidence().stream())
                        .toList(),
                talliesOf(ukprn),
                wholesOf(ukprn, Heard.Kind.REGISTER, Latest::register).stream()
                        .flatMap(register -> register.asStocks().stream())
                        .toList(),
                List.of(),
                wholesOf(ukprn, Heard.Kind.THREAD, Latest::thread).stream()
                        .filter(ThreadMessage::open)
                        .map(ThreadMessage::asThread)
                        .toList());
    }

    /** The newest of each entity of a kind that is kept whole. */
    private <M> List<M> wholesOf(String ukprn, Heard.Kind kind, Function<Latest, @Nullable M> whole) {
        List<M> found = new ArrayList<>();
        try (var entries = latest.prefixScan(ukprn + "|" + kind.name() + "|", PREFIXES)) {
            entries.forEachRemaining(entry -> {
                Latest newest = read(entry.value);
                M message = newest == null ? null : whole.apply(newest);
                if (message != null) {
                    found.add(message);
                }
            });
        }
        return found;
    }

    private List<ProviderFacts.Tally> talliesOf(String ukprn) {
        List<ProviderFacts.Tally> found = new ArrayList<>();
        try (var entries = tallies.prefixScan(ukprn + "|", PREFIXES)) {
            entries.forEachRemaining(entry -> {
                String[] key = BAR.split(entry.key, -1);
                Sum sum = Sum.parse(entry.value);
                found.add(new ProviderFacts.Tally(
                        key[1], YearMonth.parse(key[2]), sum.numerator(), sum.denominator(), sum.base()));
            });
        }
        return found;
    }

    private void addTo(String ukprn, Latest.Share share, int sign) {
        String key = ukprn + "|" + share.tally();
        String known = tallies.get(key);
        Sum sum = (known == null ? Sum.ZERO : Sum.parse(known)).plus(share, sign);
        tallies.put(key, sum.base() == 0 ? null : sum.toString());
    }

    private static @Nullable Latest read(@Nullable String json) {
        return json == null ? null : Wire.JSON.readValue(json, Latest.class);
    }

    /**
     * What was folded of a provider, and how often that changed.
     *
     * <p>State written before changes were counted is the counts alone.
     */
    record Counted(long changes, Folded folded) {

        private static final Counted NOTHING = new Counted(0, Folded.NOTHING);

        static Counted parse(String text) {
            int bar = text.indexOf('|');
            return text.startsWith("{")
                    ? new Counted(0, Wire.JSON.readValue(text, Folded.class))
                    : new Counted(
                            Long.parseLong(text.substring(0, bar)),
                            Wire.JSON.readValue(text.substring(bar + 1), Folded.class));
        }

        @Override
        public String toString() {
            return changes + "|" + Wire.JSON.writeValueAsString(folded);
        }
    }

    /** Exact, so that taking back what was added leaves nothing behind. */
    private record Sum(BigDecimal numerator, BigDecimal denominator, long base) {

        private static final Sum ZERO = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        static Sum parse(String text) {
            String[] parts = BAR.split(text, -1);
            return new Sum(new BigDecimal(parts[0]), new BigDecimal(parts[1]), Long.parseLong(parts[2]));
        }

        Sum plus(Latest.Share share, int sign) {
            BigDecimal factor = BigDecimal.valueOf(sign);
            return new Sum(
                    numerator.add(share.numerator().multiply(factor)),
                    denominator.add(share.denominator().multiply(factor)),
                    base + sign);
        }

        @Override
        public String toString() {
            return numerator + "|" + denominator + "|" + base;
        }
    }
}
