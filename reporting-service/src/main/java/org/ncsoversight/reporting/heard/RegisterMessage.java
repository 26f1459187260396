package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.reporting.readiness.ProviderFacts.Stock;

/** What we need of what a register counts. */
public record RegisterMessage(String register, long version, String ukprn, LocalDate asOf, List<Measure> measures) {

    public RegisterMessage {
        requireNonNull(register, "register");
        requireNonNull(ukprn, "ukprn");
        requireNonNull(asOf, "asOf");
        measures = List.copyOf(requireNonNull(measures, "measures"));
    }

    /** One measure's count. */
    public record Measure(String code, long numerator, long denominator) {

        public Measure {
            requireNonNull(code, "code");
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
