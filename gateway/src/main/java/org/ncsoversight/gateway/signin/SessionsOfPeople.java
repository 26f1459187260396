package org.ncsoversight.gateway.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Who is signed in here, so that a session can be ended from elsewhere; a person has a few sessions, not any number. */
@Component
class SessionsOfPeople {

    private static final int MOST_PER_PERSON = 20;
    private static final String ATTRIBUTE = SessionsOfPeople.class.getName() + ".entry";

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private final AtomicLong begun = new AtomicLong();

    /** Knows from now on whose session this is; the oldest of somebody with too many ends. */
    void begin(HttpSession session, OidcUser person) {
        String subject = requireNonNull(person.getSubject());
        session.setAttribute(
                ATTRIBUTE, new Entry(begun.incrementAndGet(), subject, person.getClaimAsString("sid"), session));
        List<Entry> theirs = matching(entry -> entry.subject.equals(subject));
        theirs.stream().limit(Math.max(0, theirs.size() - MOST_PER_PERSON)).forEach(Entry::end);
    }

    /** Ends the sessions that began with this one at the identity provider. */
    void endOfSession(String providerSession) {
        matching(entry -> providerSession.equals(entry.providerSession)).forEach(Entry::end);
    }

    /** Ends all sessions of a person. */
    void endOfPerson(String subject) {
        matching(entry -> entry.subject.equals(subject)).forEach(Entry::end);
    }

    private List<Entry> matching(Predicate<Entry> wanted) {
        return entries.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(entry -> entry.number))
                .toList();
    }

    /** Is told by the session itself when it begins and ends. */
    private final class Entry implements HttpSessionBindingListener {

        private final long number;
        private final String subject;
        private final @Nullable String providerSession;
        private final HttpSession session;

        Entry(long number, String subject, @Nullable String providerSession, HttpSession session) {
            this.number = number;
            this.subject = subject;
            this.providerSession = providerSession;
            this.session = session;
        }

        void end() {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // It has just ended by itself.
                entries.remove(this);
            }
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            entries.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            entries.remove(this);
        }
    }
}
