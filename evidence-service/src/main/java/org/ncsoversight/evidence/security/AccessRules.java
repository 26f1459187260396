package org.ncsoversight.evidence.security;

import static org.ncsoversight.evidence.security.Capability.DRAFT;
import static org.ncsoversight.evidence.security.Capability.LEAD;
import static org.ncsoversight.evidence.security.Capability.OVERSEE;
import static org.ncsoversight.evidence.security.Capability.READ;
import static org.ncsoversight.evidence.security.Capability.REVIEW;
import static org.ncsoversight.evidence.security.Capability.SUBMIT;
import static org.ncsoversight.evidence.security.Capability.WITHDRAW;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Which role may do what, and which route needs what; anything not written here is denied. */
final class AccessRules {

    /** A route and the capability it needs; the first that matches decides. */
    record Rule(HttpMethod method, String path, Capability needs) {}

    /** Roles of people and machines that belong to a provider: worth nothing without a UKPRN in the token. */
    static final Map<String, Set<Capability>> OF_PROVIDERS = Map.of(
            "provider-contributor", EnumSet.of(READ, DRAFT),
            "provider-lead", EnumSet.of(READ, DRAFT, SUBMIT, WITHDRAW, LEAD),
            "provider-system", EnumSet.of(READ, DRAFT, SUBMIT, WITHDRAW));

    /** Roles of people who look at providers; analysts and administrators have no business here. */
    static final Map<String, Set<Capability>> OF_OVERSEERS = Map.of(
            "assessor", EnumSet.of(READ, REVIEW),
            "contract-manager", EnumSet.of(READ, OVERSEE));

    static final List<Rule> ROUTES = List.of(
            new Rule(HttpMethod.PUT, "/api/evidence/campaigns/*/answer", LEAD),
            new Rule(HttpMethod.GET, "/api/evidence/campaigns/*/answer", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/campaigns/**", OVERSEE),
            new Rule(HttpMethod.PUT, "/api/evidence/campaigns/*", OVERSEE),
            new Rule(HttpMethod.GET, "/evidence/campaigns/*/answer", LEAD),
            new Rule(HttpMethod.POST, "/evidence/campaigns/*/answer", LEAD),
            new Rule(HttpMethod.GET, "/evidence/campaigns/new", OVERSEE),
            new Rule(HttpMethod.GET, "/evidence/campaigns/*/edit", OVERSEE),
            new Rule(HttpMethod.GET, "/evidence/campaigns/*/extend", OVERSEE),
            new Rule(HttpMethod.GET, "/evidence/campaigns/*/close", OVERSEE),
            new Rule(HttpMethod.POST, "/evidence/campaigns/**", OVERSEE),
            new Rule(HttpMethod.POST, "/api/evidence/items", SUBMIT),
            new Rule(HttpMethod.POST, "/api/evidence/items/*/acceptance", REVIEW),
            new Rule(HttpMethod.POST, "/api/evidence/items/*/return", REVIEW),
            new Rule(HttpMethod.POST, "/api/evidence/items/*/withdrawal", WITHDRAW),
            new Rule(HttpMethod.POST, "/api/evidence/threads/**", DRAFT),
            new Rule(HttpMethod.PUT, "/api/evidence/threads/**", DRAFT),
            new Rule(HttpMethod.DELETE, "/api/evidence/threads/**", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/threads/**", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/threads/new", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/threads/*/edit", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/registers/**", DRAFT),
            new Rule(HttpMethod.PUT, "/api/evidence/registers/**", DRAFT),
            new Rule(HttpMethod.DELETE, "/api/evidence/registers/**", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/registers/**", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/registers/*/new", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/registers/*/rows/*/edit", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/registers/*/import", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/improvement", DRAFT),
            new Rule(HttpMethod.PUT, "/api/evidence/improvement/*", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/improvement/*/start", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/improvement/*/completion", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/improvement/*/verification", READ),
            new Rule(HttpMethod.POST, "/api/evidence/improvement/*/reopening", READ),
            new Rule(HttpMethod.POST, "/api/evidence/improvement/**", LEAD),
            new Rule(HttpMethod.GET, "/evidence/improvement/new", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/improvement/new", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/improvement/*/edit", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/improvement/*/edit", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/improvement/*/start", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/improvement/*/completion", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/improvement/*/verification", READ),
            new Rule(HttpMethod.POST, "/evidence/improvement/*/reopening", READ),
            new Rule(HttpMethod.POST, "/evidence/improvement/**", LEAD),
            new Rule(HttpMethod.POST, "/api/evidence/assessments", DRAFT),
            new Rule(HttpMethod.PUT, "/api/evidence/assessments/*/sections/*", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/assessments/*/versions", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/assessments/*/signature", LEAD),
            new Rule(HttpMethod.GET, "/evidence/assessments/new", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/assessments/new", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/assessments/*/sections/*", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/assessments/*/sections/*", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/assessments/*/versions", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/assessments/*/signature", LEAD),
            new Rule(HttpMethod.POST, "/evidence/assessments/*/signature", LEAD),
            new Rule(HttpMethod.POST, "/api/evidence/items/*/draft", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/items/*/reaffirmation", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/items/*/review", REVIEW),
            new Rule(HttpMethod.DELETE, "/api/evidence/items/*/review", REVIEW),
            new Rule(HttpMethod.POST, "/api/evidence/drafts/*/submission", SUBMIT),
            new Rule(HttpMethod.GET, "/api/evidence/drafts", DRAFT),
            new Rule(HttpMethod.GET, "/api/evidence/drafts/*", DRAFT),
            new Rule(HttpMethod.GET, "/api/evidence/drafts/*/files/*", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/drafts", DRAFT),
            new Rule(HttpMethod.PUT, "/api/evidence/drafts/*", DRAFT),
            new Rule(HttpMethod.DELETE, "/api/evidence/drafts/*", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/drafts/*/handover", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/drafts/*/files", DRAFT),
            new Rule(HttpMethod.DELETE, "/api/evidence/drafts/*/files/*", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/packs", SUBMIT),
            new Rule(HttpMethod.GET, "/evidence/packs/import", SUBMIT),
            new Rule(HttpMethod.POST, "/evidence/packs/import", SUBMIT),
            new Rule(HttpMethod.POST, "/api/evidence/comments", READ),
            new Rule(HttpMethod.PUT, "/api/evidence/comments/*", READ),
            new Rule(HttpMethod.POST, "/api/evidence/comments/*/resolution", READ),
            new Rule(HttpMethod.POST, "/api/evidence/comments/*/reopening", READ),
            new Rule(HttpMethod.GET, "/api/evidence/assignments/**", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/assignments/*/completion", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/assignments/**", LEAD),
            new Rule(HttpMethod.PUT, "/api/evidence/assignments/*", LEAD),
            new Rule(HttpMethod.POST, "/evidence/*/comments/**", READ),
            new Rule(HttpMethod.GET, "/evidence/assignments/new", LEAD),
            new Rule(HttpMethod.GET, "/evidence/assignments/**", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/assignments/*/completion", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/assignments/**", LEAD),
            new Rule(HttpMethod.POST, "/api/evidence/items/bulk", SUBMIT),
            new Rule(HttpMethod.POST, "/api/evidence/imports", DRAFT),
            new Rule(HttpMethod.GET, "/api/evidence/imports/**", DRAFT),
            new Rule(HttpMethod.POST, "/api/evidence/filters", READ),
            new Rule(HttpMethod.DELETE, "/api/evidence/filters/*", READ),
            new Rule(HttpMethod.GET, "/api/evidence/webhooks/**", LEAD),
            new Rule(HttpMethod.POST, "/api/evidence/webhooks/**", LEAD),
            new Rule(HttpMethod.PUT, "/api/evidence/webhooks/*", LEAD),
            new Rule(HttpMethod.DELETE, "/api/evidence/webhooks/*", LEAD),
            new Rule(HttpMethod.GET, "/evidence/webhooks/**", LEAD),
            new Rule(HttpMethod.POST, "/evidence/webhooks/**", LEAD),
            new Rule(HttpMethod.PUT, "/api/evidence/reminders", READ),
            new Rule(HttpMethod.POST, "/evidence/reminders", READ),
            new Rule(HttpMethod.GET, "/api/evidence/**", READ),
            new Rule(HttpMethod.GET, "/evidence/imports/**", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/imports/new", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/bulk/**", SUBMIT),
            new Rule(HttpMethod.POST, "/evidence/bulk", SUBMIT),
            new Rule(HttpMethod.POST, "/evidence/filters", READ),
            new Rule(HttpMethod.POST, "/evidence/filters/*/delete", READ),
            new Rule(HttpMethod.GET, "/evidence/reviews", REVIEW),
            new Rule(HttpMethod.GET, "/evidence/reviews/**", REVIEW),
            new Rule(HttpMethod.GET, "/evidence/new", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/new", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/drafts/**", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/drafts/*/submission", SUBMIT),
            new Rule(HttpMethod.POST, "/evidence/drafts/**", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/*/revise", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/*/reaffirm", DRAFT),
            new Rule(HttpMethod.POST, "/evidence/*/reaffirm", DRAFT),
            new Rule(HttpMethod.GET, "/evidence/*/reviewed", REVIEW),
            new Rule(HttpMethod.POST, "/evidence/*/review/start", REVIEW),
            new Rule(HttpMethod.POST, "/evidence/*/review/release", REVIEW),
            new Rule(HttpMethod.GET, "/evidence/*/review", REVIEW),
            new Rule(HttpMethod.POST, "/evidence/*/review", REVIEW),
            new Rule(HttpMethod.GET, "/evidence/*/withdraw", WITHDRAW),
            new Rule(HttpMethod.POST, "/evidence/*/withdraw", WITHDRAW),
            new Rule(HttpMethod.GET, "/evidence/**", READ));

    private AccessRules() {}

    static Set<Capability> capabilitiesOf(Collection<String> roles, boolean belongsToProvider) {
        var capabilities = EnumSet.noneOf(Capability.class);
        for (String role : roles) {
            capabilities.addAll(OF_OVERSEERS.getOrDefault(role, Set.of()));
            if (belongsToProvider) {
                capabilities.addAll(OF_PROVIDERS.getOrDefault(role, Set.of()));
            }
        }
        return capabilities;
    }
}
