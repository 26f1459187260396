package org.ncsoversight.reporting.viewing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage.Criterion;
import org.ncsoversight.reporting.contract.ReadinessMessage.Reason;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.readiness.ReasonCode;

/** One provider's readiness as the page shows it. */
record ProviderView(List<Step> steps, List<Element> elements) {

    /** A smallest action. */
    record Step(String text, String criterion, String href) {}

    record Element(String title, List<Card> cards) {}

    record Card(
            String code,
            String title,
            String word,
            String style,
            List<Said> reasons,
            List<VoiceState> voices,
            String href,
            String linkText) {}

    /** A reason in words; the link leads to what it speaks of, if that is one thing. */
    record Said(String text, String href) {}

    record VoiceState(String voice, String state) {}

    static ProviderView of(ReadinessMessage message, Optional<EditionMessage> edition, EvidenceLinks links) {
        var words = new ReasonWords(edition);
        Map<String, EditionMessage.Criterion> asked = edition.stream()
                .flatMap(known -> known.criteria().stream())
                .collect(Collectors.toMap(EditionMessage.Criterion::code, Function.identity()));
        return new ProviderView(
                steps(message, asked, words, links),
                edition.map(known -> elements(message, known, words, links)).orElse(List.of()));
    }

    private record Open(Criterion criterion, Reason reason) {

        /** A code added later comes last. */
        int urgency() {
            return ReasonCode.of(reason.code()).map(Open::place).orElse(Integer.MAX_VALUE);
        }

        String due() {
            Object date = reason.facts().getOrDefault("date", reason.facts().getOrDefault("due", "9999"));
            return String.valueOf(date);
        }

        private static int place(ReasonCode code) {
            return List.of(ReasonCode.values()).indexOf(code);
        }
    }

    private static List<Step> steps(
            ReadinessMessage message,
            Map<String, EditionMessage.Criterion> asked,
            ReasonWords words,
            EvidenceLinks links) {
        List<Open> open = new ArrayList<>();
        message.criteria()
                .forEach(criterion -> criterion.reasons().stream()
                        .filter(links::concern)
                        .forEach(reason -> open.add(new Open(criterion, reason))));
        return open.stream()
                .sorted(Comparator.comparingInt(Open::urgency).thenComparing(Open::due))
                .map(found -> new Step(
                        words.step(found.reason()),
                        named(found.criterion().code(), asked),
                        links.about(found.criterion().code(), found.reason())))
                .toList();
    }

    private static List<Element> elements(
            ReadinessMessage message, EditionMessage edition, ReasonWords words, EvidenceLinks links) {
        Map<String, Criterion> found =
                message.criteria().stream().collect(Collectors.toMap(Criterion::code, Function.identity()));
        return edition.elements().stream()
                .map(part -> new Element(
                        part.number() + ". " + part.title(),
                        edition.criteria().stream()
                                .filter(asked -> asked.element() == part.number())
                                .flatMap(asked -> Stream.ofNullable(found.get(asked.code()))
                                        .map(criterion -> card(criterion, asked, words, links)))
                                .toList()))
                .toList();
    }

    private static Card card(
            Criterion criterion, EditionMessage.Criterion asked, ReasonWords words, EvidenceLinks links) {
        return new Card(
                criterion.code(),
                asked.title(),
                BandWords.of(criterion.band()),
                BandWords.style(criterion.band()),
                criterion.reasons().stream()
                        .map(reason -> new Said(words.why(reason), links.subject(reason)))
                        .toList(),
                asked.voices().stream()
                        .map(voice -> new VoiceState(BandWords.voice(voice), stateOf(voice, criterion)))
                        .toList(),
                links.of(criterion.code()),
                links.text());
    }

    /** Follows from the reasons: a voice is accepted when none of them says otherwise. */
    private static String stateOf(String voice, Criterion criterion) {
        for (Reason reason : criterion.reasons()) {
            boolean ofVoice = voice.equals(reason.facts().get("voice"));
            String state = switch (reason.code()) {
                case "nothing-submitted" -> "missing";
                case "voice-missing" -> ofVoice ? "missing" : "";
                case "returned" -> ofVoice ? "returned" : "";
                case "lapsed" -> ofVoice ? "lapsed" : "";
                case "awaiting-review" -> ofVoice ? "awaiting review" : "";
                case "lapses-soon" -> ofVoice ? "accepted, lapses soon" : "";
                default -> "";
            };
            if (!state.isEmpty()) {
                return state;
            }
        }
        return "accepted";
    }

    private static String named(String code, Map<String, EditionMessage.Criterion> asked) {
        return asked.containsKey(code) ? code + " " + asked.get(code).title() : code;
    }
}
