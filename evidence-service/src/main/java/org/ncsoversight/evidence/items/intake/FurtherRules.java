package org.ncsoversight.evidence.items.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;

/** The rules for how evidence is handled: where else it is, how secret, who answers for it. */
final class FurtherRules {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final SubmissionLimits limits;
    private final List<FieldError> errors;

    FurtherRules(SubmissionLimits limits, List<FieldError> errors) {
        this.limits = limits;
        this.errors = errors;
    }

    @Nullable
    String link(String typed, @Nullable Kind kind) {
        String link = typed.strip();
        if (link.isEmpty()) {
            if (kind == Kind.LINK) {
                error("link", "link-missing", "Enter the link");
            }
            return null;
        }
        if (link.length() > limits.linkLengthInCharacters()) {
            error(
                    "link",
                    "link-too-long",
                    "Link must be %,d characters or less".formatted(limits.linkLengthInCharacters()));
        } else if (!isSecure(link)) {
            error("link", "link-not-https", "Link must be an address that starts with https://");
        }
        return link;
    }

    Optional<Classification> classification(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var classification = Classification.of(typed.strip());
        if (classification.isEmpty()) {
            error("classification", "classification-unknown", "Classification must be official or official-sensitive");
        }
        return classification;
    }

    Optional<String> owner(String typed) {
        String owner = Text.clean(typed);
        if (owner.codePointCount(0, owner.length()) > limits.ownerLengthInCharacters()) {
            error(
                    "owner",
                    "owner-too-long",
                    "Username must be %d characters or less".formatted(limits.ownerLengthInCharacters()));
        }
        return Optional.of(owner).filter(name -> !name.isEmpty());
    }

    SortedSet<UUID> threads(List<String> typed) {
        var threads = new TreeSet<UUID>();
        for (String thread : typed) {
            if (UUID_FORM.matcher(thread.strip()).matches()) {
                threads.add(UUID.fromString(thread.strip()));
            } else {
                error("threads", "thread-not-a-uuid", "A thread is named by its UUID");
            }
        }
        return threads;
    }

    private static boolean isSecure(String link) {
        try {
            var address = new URI(link);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
