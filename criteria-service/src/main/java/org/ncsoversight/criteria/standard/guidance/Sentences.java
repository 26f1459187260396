package org.ncsoversight.criteria.standard.guidance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Voice;

/** What the sentences of a criterion say of others: which criteria it is linked to, and who must be able to speak. */
final class Sentences {

    /** The voices that a text suggests, and those of them that it wants only where appropriate. */
    record Suggested(List<Voice> voices, Set<Voice> whereAppropriate) {}

    private static final Pattern END = Pattern.compile("(?<=[.?!])\\s+(?=\\P{Ll})|\\n+");
    private static final Pattern LINKING =
            Pattern.compile("\\b(links?|linked|linkages?|relates?|related)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMING = Pattern.compile("\\bcriteri(?:on|a)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])[1-9]\\.[1-9][0-9]?(?!\\d|\\.\\d)");
    private static final Pattern SAYING = Pattern.compile(
            "\\b(can|could|should|will|must|may|are able to|is able to|are aware|need to|have)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SUBJECT_IN_WORDS = 9;
    private static final Map<Voice, Pattern> NAMES = Map.of(
            Voice.MANAGER, word("managers?|management"),
            Voice.STAFF, word("staff|advisers|leadership team"),
            Voice.CLIENT, word("clients?|customers?"),
            Voice.PARTNER, word("representatives|partners|stakeholders"));
    private static final Pattern WHERE_APPROPRIATE =
            Pattern.compile("\\bwhere appropriate,?\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    /** The other criteria that a sentence about links names; one that only mentions a criterion links to nothing. */
    static Set<CriterionCode> linkedFrom(CriterionCode itself, String text) {
        var linked = new TreeSet<CriterionCode>();
        sentences(text)
                .filter(sentence -> LINKING.matcher(sentence).find())
                .filter(sentence -> NAMING.matcher(sentence).find())
                .flatMap(sentence -> CODE.matcher(sentence).results())
                .flatMap(match -> CriterionCode.parse(match.group()).stream())
                .forEach(linked::add);
        linked.remove(itself);
        return linked;
    }

    /** Who speaks in what is asked; where that is nobody of the service itself, also its people in the practice. */
    static Suggested voices(String meaning, String practice) {
        Set<Voice> own = EnumSet.of(Voice.MANAGER, Voice.STAFF);
        var voices = EnumSet.noneOf(Voice.class);
        speakers(meaning).forEach(speaker -> voices.addAll(named(speaker)));
        if (own.stream().noneMatch(voices::contains)) {
            speakers(practice).forEach(speaker -> voices.addAll(named(speaker)));
        }
        var whereAppropriate = EnumSet.noneOf(Voice.class);
        speakers(meaning)
                .flatMap(speaker -> WHERE_APPROPRIATE.matcher(speaker).results())
                .forEach(match -> whereAppropriate.addAll(named(match.group(1))));
        whereAppropriate.retainAll(voices);
        return new Suggested(voices.isEmpty() ? List.of(Voice.MANAGER) : new ArrayList<>(voices), whereAppropriate);
    }

    private static Stream<String> speakers(String text) {
        return sentences(text)
                .map(Sentences::speaker)
                .flatMap(Optional::stream)
                .filter(speaker -> speaker.split("\\s+").length <= LONGEST_SUBJECT_IN_WORDS);
    }

    private static Optional<String> speaker(String sentence) {
        var saying = SAYING.matcher(sentence);
        return saying.find() ? Optional.of(sentence.substring(0, saying.start())) : Optional.empty();
    }

    private static Set<Voice> named(String text) {
        var voices = EnumSet.noneOf(Voice.class);
        NAMES.forEach((voice, name) -> {
            if (name.matcher(text).find()) {
                voices.add(voice);
            }
        });
        return voices;
    }

    private static Stream<String> sentences(String text) {
        return END.splitAsStream(text);
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
