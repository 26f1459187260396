package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keycloak's realm before its placeholders are filled in, put together from what is wanted of it. */
public record RealmTemplate(Path folder, Map<String, String> environment) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MAIL = "SIGN_IN_MAIL_";

    /** With the people of the demonstration or with nobody; with forgotten passwords where e-mails can be sent. */
    public String json(boolean demonstration) {
        ObjectNode realm = read("realm.json");
        if (demonstration) {
            add(realm, read("demonstration-people.json"));
        }
        String host = environment.getOrDefault(MAIL + "HOST", "");
        if (!host.isEmpty()) {
            realm.put("resetPasswordAllowed", true);
            realm.set("smtpServer", mailServer(host));
        }
        return JSON.writeValueAsString(realm);
    }

    /** Lists grow, everything else is replaced. */
    private static void add(ObjectNode realm, ObjectNode further) {
        for (Map.Entry<String, JsonNode> entry : further.properties()) {
            if (realm.get(entry.getKey()) instanceof ArrayNode list && entry.getValue() instanceof ArrayNode more) {
                more.forEach(list::add);
            } else {
                realm.set(entry.getKey(), entry.getValue());
            }
        }
    }

    private ObjectNode mailServer(String host) {
        String user = environment.getOrDefault(MAIL + "USER", "");
        return JSON.createObjectNode()
                .put("host", host)
                .put("port", environment.getOrDefault(MAIL + "PORT", "25"))
                .put("from", environment.getOrDefault(MAIL + "FROM", "ncs-oversight@localhost"))
                .put("fromDisplayName", "NCS Oversight")
                .put("starttls", environment.getOrDefault(MAIL + "STARTTLS", "false"))
                .put("auth", user.isEmpty() ? "false" : "true")
                .put("user", user)
                .put("password", environment.getOrDefault(MAIL + "PASSWORD", ""));
    }

    private ObjectNode read(String file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
