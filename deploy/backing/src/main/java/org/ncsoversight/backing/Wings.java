package org.ncsoversight.backing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The wings of a service as its packages show them, so that a new one is held to the same rules without being named anywhere.
 *
 * <p>A wing is a package right below the root with a model of its own. Its packages are its rooms. A verb is a room in which
 * people, programs, news or the clock come in; it may have rooms within.
 */
public final class Wings {

    private static final Set<String> WAYS_IN = Set.of(
            "org.springframework.stereotype.Controller",
            "org.springframework.kafka.annotation.KafkaListener",
            "org.springframework.context.event.EventListener",
            "org.springframework.scheduling.annotation.Scheduled");

    private final String root;
    private final JavaClasses classes;
    private final Set<String> wings;

    public Wings(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
        this.wings = classes.stream()
                .flatMap(one -> place(one).stream())
                .filter(place -> place.room().equals("model"))
                .map(Place::top)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> all() {
        return wings;
    }

    /** The verbs of all wings, each behind the name of its wing. */
    public Set<String> verbs() {
        return classes.stream()
                .filter(Wings::hasWayIn)
                .flatMap(one -> place(one).stream())
                .filter(place -> wings.contains(place.top()))
                .map(Place::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each use of a verb from outside of it: a verb stands at the edge, and nobody behind it. */
    public List<String> usesOfVerbs() {
        var verbs = verbs();
        return uses((from, to) -> verbs.contains(to.toString()) && !from.equals(to));
    }

    /** Each use of a wing by what wings stand on. */
    public List<String> usesOfWingsFromBelow() {
        var below = classes.stream()
                .filter(one ->
                        place(one).map(Place::top).filter(wings::contains).isPresent())
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .flatMap(used -> place(used.getTargetClass()).map(Place::top).stream())
                .filter(top -> !wings.contains(top))
                .collect(Collectors.toSet());
        return uses((from, to) -> below.contains(from.top()) && wings.contains(to.top()));
    }

    /** How many wings stand on one another, where they stand highest; meaningful where they form no circle. */
    public int floors() {
        return wings.stream().mapToInt(wing -> floor(wing, 1)).max().orElse(0);
    }

    private int floor(String wing, int atMost) {
        if (atMost > wings.size()) {
            throw new IllegalStateException("wings stand on one another in a circle, " + wing + " among them");
        }
        return 1
                + classes.stream()
                        .filter(one ->
                                place(one).map(Place::top).filter(wing::equals).isPresent())
                        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                        .flatMap(used -> place(used.getTargetClass()).map(Place::top).stream())
                        .filter(top -> wings.contains(top) && !top.equals(wing))
                        .distinct()
                        .mapToInt(top -> floor(top, atMost + 1))
                        .max()
                        .orElse(0);
    }

    private List<String> uses(BiPredicate<Place, Place> wanted) {
        return classes.stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(used -> place(used.getOriginClass())
                        .flatMap(from -> place(used.getTargetClass()).filter(to -> wanted.test(from, to)))
                        .isPresent())
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean hasWayIn(JavaClass one) {
        return WAYS_IN.stream()
                .anyMatch(way -> one.isMetaAnnotatedWith(way)
                        || one.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(way)));
    }

    /** Empty for what is not below the root. */
    private Optional<Place> place(JavaClass one) {
        String name = one.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        String[] path = name.substring(root.length() + 1).split("\\.", 3);
        return Optional.of(new Place(path[0], path.length > 1 ? path[1] : ""));
    }

    private record Place(String top, String room) {

        @Override
        public String toString() {
            return room.isEmpty() ? top : top + "." + room;
        }
    }
}
