package org.ncsoversight.gateway.keeping;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.gateway.keeping.FormReader.Typed;
import org.springframework.stereotype.Component;

/** The forms kept, in memory alone, each under a key that only the browser has that sent it. */
@Component
class KeptForms {

    private static final int KEY_IN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, KeptForm> forms = new LinkedHashMap<>();
    private final KeepingSettings settings;
    private final Clock clock;

    KeptForms(KeepingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    int largestInBytes() {
        return Math.toIntExact(settings.largest().toBytes());
    }

    Duration life() {
        return settings.life();
    }

    /** Keeps it and answers with its key; the oldest of a person who has too many makes room, then the oldest of all. */
    synchronized String keep(String person, String target, Typed typed) {
        var form = new KeptForm(
                person, target, typed.fields(), typed.files(), clock.instant().plus(settings.life()));
        forms.values().removeIf(kept -> !kept.until().isAfter(clock.instant()));
        List<String> theirs = forms.entrySet().stream()
                .filter(kept -> kept.getValue().person().equals(person))
                .map(Map.Entry::getKey)
                .toList();
        if (theirs.size() >= settings.perPerson()) {
            forms.remove(theirs.getFirst());
        }
        String key = newKey();
        forms.put(key, form);
        while (sizeInBytes() > settings.inAll().toBytes()) {
            forms.remove(forms.keySet().iterator().next());
        }
        return key;
    }

    private long sizeInBytes() {
        return forms.values().stream().mapToLong(KeptForm::sizeInBytes).sum();
    }

    synchronized Optional<KeptForm> find(String key, String person) {
        return Optional.ofNullable(forms.get(key))
                .filter(kept -> kept.person().equals(person))
                .filter(kept -> kept.until().isAfter(clock.instant()));
    }

    private String newKey() {
        var key = new byte[KEY_IN_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
