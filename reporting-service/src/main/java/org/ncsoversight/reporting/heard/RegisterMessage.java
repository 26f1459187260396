package org.ncsoversight.reporting.heard;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.reporting.readiness.ProviderFacts.Stock;

/** What we need of what a register counts. */
public record RegisterMessage(String register, long version, String ukprn, LocalDate asOf, List<Measure> measures) {

    public RegisterMessage {
        Limits.code("register", register);
        Limits.version(version);
        Limits.ukprn(ukprn);
        Limits.day("asOf", asOf);
        measures = Limits.atMost(Limits.MOST_PARTS, "measures", measures);
    }

    /** One measure's count. */
    public record Measure(String code, long numerator, long denominator) {

        public Measure {
            Limits.code("code", code);
            if (numerator < 0 || numerator > denominator) {
                throw new IllegalArgumentException(code + " counts " + numerator + " of " + denominator);
            }
        }
    }

    Heard.Fact asFact() {
        return new Heard.Fact(ukprn, Heard.Kind.REGISTER, register, Latest.of(this));
    }

    /** The same in the words of the readiness function. */
    public List<Stock> asStocks() {
        return measures.stream()
                .map(measure -> new Stock(measure.code(), register, asOf, measure.numerator(), measure.denominator()))
                .toList();
    }
}
