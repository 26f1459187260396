package org.ncsoversight.deploy.soak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What was sent, and what of it was acknowledged; compared in the end with what is there. */
final class Ledger {

    /** A file that was imported, to be sent once more: that must be answered with the same job. */
    record File(String path, String csv, int entities, String job) {}

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> providerOfAcknowledged = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<String> toReview = new ConcurrentLinkedQueue<>();
    private final List<File> responses = new CopyOnWriteArrayList<>();
    private final List<File> claims = new CopyOnWriteArrayList<>();
    private final AtomicLong repeats = new AtomicLong();

    /** Before the first try: what is never acknowledged may be there all the same, but only what was sent. */
    void evidenceSent(String id) {
        sent.add(id);
    }

    void evidenceAcknowledged(String id, String provider) {
        providerOfAcknowledged.put(id, provider);
        toReview.add(id);
    }

    Optional<String> nextToReview() {
        return Optional.ofNullable(toReview.poll());
    }

    void evidenceAccepted(String id) {
        accepted.add(id);
    }

    void responsesImported(File file) {
        responses.add(file);
    }

    void claimsImported(File file) {
        claims.add(file);
    }

    /** A try that had no answer, or one that said to come again. */
    void repeated() {
        repeats.incrementAndGet();
    }

    Set<String> sent() {
        return Set.copyOf(sent);
    }

    Map<String, String> acknowledged() {
        return Map.copyOf(providerOfAcknowledged);
    }

    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    List<File> responses() {
        return List.copyOf(responses);
    }

    List<File> claims() {
        return List.copyOf(claims);
    }

    long repeats() {
        return repeats.get();
    }

    /** Acknowledged writes of every kind. */
    long writes() {
        return providerOfAcknowledged.size() + accepted.size() + entities(responses) + entities(claims);
    }

    static long entities(List<File> files) {
        return files.stream().mapToLong(File::entities).sum();
    }
}
