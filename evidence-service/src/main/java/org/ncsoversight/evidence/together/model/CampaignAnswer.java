package org.ncsoversight.evidence.together.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/** What one provider answered to a campaign, with what it answered before. */
public record CampaignAnswer(UUID campaign, ProviderId provider, List<Given> given) {

    /** An item, or the reason why there is nothing to send; one of the two. */
    public record Reply(
            @Nullable EvidenceId evidence, @Nullable String nothingBecause) {

        public Reply {
            if ((evidence == null) == (nothingBecause == null)) {
                throw new IllegalArgumentException("an answer is an item or a reason, not both");
            }
        }
    }

    /** Who answered what, and when. */
    public record Given(Reply reply, Instant at, Person by) {}

    public CampaignAnswer {
        given = List.copyOf(given);
        if (given.isEmpty()) {
            throw new IllegalArgumentException("not answered");
        }
    }

    public static CampaignAnswer first(UUID campaign, ProviderId provider, Reply reply, Person by, Instant at) {
        return new CampaignAnswer(campaign, provider, List.of(new Given(reply, at, by)));
    }

    /** The items that were sent as answers. */
    public static Set<EvidenceId> itemsOf(Collection<CampaignAnswer> answers) {
        return answers.stream()
                .flatMap(answer -> Optional.ofNullable(answer.reply().evidence()).stream())
                .collect(Collectors.toSet());
    }

    public CampaignAnswer change(Reply reply, Person by, Instant at) {
        var all = new ArrayList<>(given);
        all.add(new Given(reply, at, by));
        return new CampaignAnswer(campaign, provider, all);
    }

    public long version() {
        return given.size();
    }

    public Given latest() {
        return given.getLast();
    }

    public Reply reply() {
        return latest().reply();
    }

    /** Whether this is what was said last, so that saying it again changes nothing. */
    public boolean says(Reply reply) {
        return Objects.equals(reply(), reply);
    }
}
