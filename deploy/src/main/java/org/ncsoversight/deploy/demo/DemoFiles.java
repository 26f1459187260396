package org.ncsoversight.deploy.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import org.ncsoversight.deploy.demo.DemoWorld.Contract;

/** Writes the months' files in the form the importers take. */
final class DemoFiles {

    private static final String RESPONSES_HEADER =
            "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,response_id,responded_on,question_code,answer_code,weight\n";
    private static final String CLAIMS_HEADER =
            "CustomerID,DateOfBirth,HomePostCode,ActionPlanId,SessionDate,SubContractorId,AdviserName,OutcomeId,OutcomeType,OutcomeEffectiveDate,OutcomePriorityCustomer\n";
    private static final String[] QUESTIONS = {"overall_satisfaction", "listened_to", "would_recommend"};

    private final DemoWorld world;
    private final long seed;

    DemoFiles(DemoWorld world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    /** One month of satisfaction responses, nationally. */
    String responses(YearMonth month) {
        var random = new Random(seed + 31L * month.hashCode());
        var csv = new StringBuilder(RESPONSES_HEADER);
        for (Contract contract : world.contracts()) {
            if (contract.covers(month)) {
                eachDelivery(contract, month, random, (provider, number) -> {
                    String row = "customer-satisfaction,%s,%s,%s,%d,R-%s-%s-%d,%s,"
                            .formatted(
                                    month,
                                    contract.touchpoint(),
                                    subcontractor(contract, provider),
                                    1 + random.nextInt(4),
                                    contract.touchpoint(),
                                    provider.ukprn() + month,
                                    number,
                                    day(month, random));
                    for (String question : QUESTIONS) {
                        csv.append(row)
                                .append(question)
                                .append(',')
                                .append(answer(provider, random))
                                .append(",1.0\n");
                    }
                });
            }
        }
        return csv.toString();
    }

    /** One month of outcome claims of one contract; every personal detail in it is invented. */
    String claims(Contract contract, YearMonth month) {
        var random =
                new Random(seed + 37L * month.hashCode() + contract.touchpoint().hashCode());
        var csv = new StringBuilder(CLAIMS_HEADER);
        eachDelivery(contract, month, random, (provider, number) -> {
            String id = "%s-%s-%d".formatted(provider.ukprn(), month, number);
            LocalDate effective = day(month, random);
            csv.append("C-%s,%s,%s,AP-%s,%s,%s,Adviser %d,O-%s,%d,%s,%d%n"
                    .formatted(
                            id,
                            LocalDate.of(1955 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                            "ZZ" + random.nextInt(1, 10) + " " + random.nextInt(1, 10) + "ZZ",
                            id,
                            effective.minusDays(random.nextInt(5, 120)),
                            subcontractor(contract, provider),
                            1 + random.nextInt(9),
                            id,
                            outcomeType(provider, random),
                            effective,
                            random.nextInt(100) < 62 ? 1 : 0));
        });
        return csv.toString();
    }

    private void eachDelivery(
            Contract contract, YearMonth month, Random random, ObjIntConsumer<DemoWorld.Provider> delivery) {
        deliveries(world.provider(contract.prime()), month, random, delivery);
        for (String ukprn : contract.subcontractors()) {
            deliveries(world.provider(ukprn), month, random, delivery);
        }
    }

    private static void deliveries(
            DemoWorld.Provider provider, YearMonth month, Random random, ObjIntConsumer<DemoWorld.Provider> delivery) {
        // August and December are quiet.
        double season = month.getMonthValue() == 8 || month.getMonthValue() == 12 ? 0.6 : 1;
        int volume = (int) Math.round(provider.monthlyVolume() * season * (0.75 + 0.5 * random.nextDouble()));
        for (int number = 1; number <= volume; number++) {
            delivery.accept(provider, number);
        }
    }

    private static String answer(DemoWorld.Provider provider, Random random) {
        if (random.nextInt(100) < 2) {
            return "not_answered";
        }
        boolean positive = random.nextDouble() < provider.satisfaction();
        return Integer.toString(positive ? 4 + random.nextInt(2) : 1 + random.nextInt(3));
    }

    /** Who satisfies more customers also sees more of them move on, loosely. */
    private static int outcomeType(DemoWorld.Provider provider, Random random) {
        double jobOrLearning = 0.28 + 0.4 * (provider.satisfaction() - 0.85);
        double draw = random.nextDouble();
        if (draw < jobOrLearning) {
            return 3 + random.nextInt(3);
        }
        return draw < jobOrLearning + 0.38 ? 2 : 1;
    }

    private static String subcontractor(Contract contract, DemoWorld.Provider provider) {
        return provider.ukprn().equals(contract.prime()) ? "" : provider.ukprn();
    }

    private static LocalDate day(YearMonth month, Random random) {
        LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        return day.getDayOfWeek() == DayOfWeek.SUNDAY && day.getDayOfMonth() > 1 ? day.minusDays(1) : day;
    }
}
