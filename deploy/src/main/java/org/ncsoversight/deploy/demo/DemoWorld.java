package org.ncsoversight.deploy.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The invented organisations: 9 areas, 12 primes, 60 subcontractors and who delivers where, the same for the same day.
 *
 * @param months complete months before today, oldest first
 */
record DemoWorld(LocalDate today, List<YearMonth> months, List<Provider> providers, List<Contract> contracts) {

    private static final int PRIMES = 12;
    private static final int SUBCONTRACTORS = 60;

    private static final List<String> AREAS = List.of(
            "Eastern Shires",
            "Trent and Welland",
            "Capital",
            "Western Midlands",
            "Irish Sea Coast",
            "Northern Hills",
            "Southern Downs",
            "Severn and Moor",
            "Pennine and Humber");

    /** Touchpoints whose contract passed to another prime half-way, by position. */
    private static final List<Integer> CHANGED_HANDS = List.of(0, 3, 6);

    private static final List<String> FIRST_WORDS = List.of(
            "Harbour",
            "Beacon",
            "Larkfield",
            "Millbrook",
            "Copper",
            "Orchard",
            "Quayside",
            "Heron",
            "Linden",
            "Ashgrove",
            "Foundry",
            "Kestrel",
            "Saltmarsh",
            "Willow",
            "Cartwheel",
            "Hazel",
            "Lantern",
            "Moorland",
            "Juniper",
            "Wharf");

    private static final List<String> SECOND_WORDS =
            List.of("Careers", "Futures Trust", "Guidance Partnership", "Skills Works", "Next Steps", "Pathways");

    /**
     * How an organisation tends to do.
     *
     * @param satisfaction the chance that a customer is satisfied
     * @param monthlyVolume customers who answer, and claims made, in a usual month
     * @param preparation share of the evidence already gathered, 0 to 1
     */
    record Provider(
            String ukprn, String name, boolean prime, double satisfaction, int monthlyVolume, double preparation) {}

    /** One touchpoint for one period. */
    record Contract(
            String touchpoint,
            String area,
            LocalDate from,
            @Nullable LocalDate to,
            String prime,
            List<String> subcontractors) {

        boolean covers(YearMonth month) {
            LocalDate end = to;
            return !from.isAfter(month.atDay(1)) && (end == null || !end.isBefore(month.atEndOfMonth()));
        }
    }

    static DemoWorld on(LocalDate today, int count, long seed) {
        var random = new Random(seed);
        List<YearMonth> months = new ArrayList<>();
        for (int back = count; back >= 1; back--) {
            months.add(YearMonth.from(today).minusMonths(back));
        }
        List<Provider> providers = new ArrayList<>();
        for (int i = 0; i < PRIMES + SUBCONTRACTORS; i++) {
            providers.add(provider(i, random));
        }
        return new DemoWorld(today, List.copyOf(months), List.copyOf(providers), contracts(months));
    }

    Provider provider(String ukprn) {
        return providers.stream()
                .filter(provider -> provider.ukprn().equals(ukprn))
                .findFirst()
                .orElseThrow();
    }

    private static Provider provider(int position, Random random) {
        boolean prime = position < PRIMES;
        String ukprn = prime ? "990000%02d".formatted(position + 1) : "990001%02d".formatted(position - PRIMES + 1);
        String name = FIRST_WORDS.get(position % FIRST_WORDS.size())
                + " "
                + SECOND_WORDS.get((position + 5 * (position / FIRST_WORDS.size())) % SECOND_WORDS.size());
        // One in twelve is far from the rest, so that outliers are there to be found.
        boolean outlier = position % 12 == 7;
        double satisfaction = outlier ? 0.66 + 0.06 * random.nextDouble() : clamp(0.91 + 0.035 * random.nextGaussian());
        int volume = prime ? 10 + random.nextInt(9) : 4 + random.nextInt(8);
        // The first prime is where people try things: half prepared. The rest go from nothing at all to complete.
        double preparation = position == 0
                ? 0.5
                : (position % 10 == 3 ? 0 : position % 10 == 5 ? 1 : Math.pow(random.nextDouble(), 1.5));
        return new Provider(ukprn, name, prime, satisfaction, volume, preparation);
    }

    private static List<Contract> contracts(List<YearMonth> months) {
        LocalDate start = months.getFirst().atDay(1).minusMonths(1);
        LocalDate change = months.get(months.size() / 2).atDay(1);
        LocalDate end = start.plusYears(4).minusDays(1);
        List<Contract> contracts = new ArrayList<>();
        int successor = AREAS.size();
        for (int i = 0; i < AREAS.size(); i++) {
            String touchpoint = "000000020" + (i + 1);
            String prime = "990000%02d".formatted(i + 1);
            List<String> subcontractors = subcontractorsOf(i);
            if (CHANGED_HANDS.contains(i)) {
                String earlier = "990000%02d".formatted(++successor);
                contracts.add(
                        new Contract(touchpoint, AREAS.get(i), start, change.minusDays(1), earlier, subcontractors));
                contracts.add(new Contract(touchpoint, AREAS.get(i), change, end, prime, subcontractors));
            } else {
                contracts.add(new Contract(touchpoint, AREAS.get(i), start, end, prime, subcontractors));
            }
        }
        return List.copyOf(contracts);
    }

    /** Each subcontractor works in one area; the first nine also in the next one. */
    private static List<String> subcontractorsOf(int area) {
        List<String> ukprns = new ArrayList<>();
        for (int i = 0; i < SUBCONTRACTORS; i++) {
            boolean also = i < AREAS.size() && (i + 1) % AREAS.size() == area;
            if (i % AREAS.size() == area || also) {
                ukprns.add("990001%02d".formatted(i + 1));
            }
        }
        return List.copyOf(ukprns);
    }

    private static double clamp(double share) {
        return Math.clamp(share, 0.6, 0.99);
    }
}
