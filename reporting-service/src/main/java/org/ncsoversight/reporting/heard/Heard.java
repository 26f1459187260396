package org.ncsoversight.reporting.heard;

/** What a record turned out to be. */
public sealed interface Heard {

    /** Something about a provider that is folded into its facts. */
    record Fact(String ukprn, Kind kind, String id, Latest latest) implements Heard {}

    /** An edition of the Standard. */
    record Edition(EditionMessage edition) implements Heard {}

    /** An entry in the register of providers. */
    record Provider(ProviderMessage provider) implements Heard {}

    /** An entry in the register of contracts. */
    record Contract(ContractMessage contract) implements Heard {}

    /** A type added after this service was built. */
    record Unknown(String type) implements Heard {}

    /** A record that cannot be used; the reason is one of a few words, so that it can be counted. */
    record Unreadable(String reason, String detail) implements Heard {}

    /** The kinds of fact that are folded and reconciled. */
    enum Kind {
        EVIDENCE,
        RESPONSE,
        SHOP,
        CLAIM,
        THREAD,
        REGISTER;

        /** Whether evidence-service says it, so that it can be told how far it was heard. */
        public boolean isOfEvidenceService() {
            return this == EVIDENCE || this == THREAD || this == REGISTER;
        }
    }
}
