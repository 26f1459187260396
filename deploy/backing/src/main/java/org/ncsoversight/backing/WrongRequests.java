package org.ncsoversight.backing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requests that are wrong in ways no client of ours is, to routes of one service: whoever sends them has to learn that
 * it is their fault, and the log has to stay quiet.
 *
 * @param pages pages to read, with a parameter that each of them knows
 * @param forms pages that take a form
 * @param apis addresses that take JSON
 */
public record WrongRequests(String token, List<Page> pages, List<String> forms, List<String> apis) {

    private static final int PATIENCE_IN_MILLIS = 30_000;
    private static final int MORE_FIELDS_THAN_ANY_FORM = 1_500;
    private static final int MORE_PARTS_THAN_ANY_FORM = 10_000;

    private static final String JSON_ONLY = "Accept: application/json\r\n";
    private static final String HTML_ONLY = "Accept: text/html\r\n";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String IN_PARTS = "multipart/form-data; boundary=b";

    private static final String NO_TYPE = "unsupported-media-type";
    private static final String BROKEN = "upload-broken";
    private static final String TOO_LARGE = "too-large";

    /** An address to read, and a parameter it knows. */
    public record Page(String path, String parameter) {}

    /**
     * One of them.
     *
     * @param codes of the problems that say so to a program, the same for every service
     */
    public record Wrong(String what, boolean mayBeOverlooked, Set<String> codes, String head, String body) {

        /** Whether it is enough when nothing breaks. */
        Wrong overlookable() {
            return new Wrong(what, true, codes, head, body);
        }

        /** As a browser sends it that was led to an address for programs. */
        Wrong fromABrowser() {
            return new Wrong(
                    what + ", from a browser", mayBeOverlooked, codes, head.replace(JSON_ONLY, HTML_ONLY), body);
        }

        boolean isForPrograms() {
            return head.startsWith("/api/", head.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    /** What came back. */
    public record Answer(int status, String text) {

        /** Whether it tells the sender that it is their fault. */
        public boolean isRefusal() {
            return status >= 400 && status < 500 && (text.contains("application/problem+json") || text.contains("<h1"));
        }

        /**
         * Whether it does so with the same code as every service, in the form that the address answers in: never HTML under
         * {@code /api/}.
         */
        public boolean isRefusalOf(Wrong wrong) {
            if (!isRefusal()) {
                return false;
            }
            return wrong.isForPrograms()
                    ? text.contains("application/problem+json")
                            && wrong.codes().stream().anyMatch(code -> text.contains("\"/problems/" + code + "\""))
                    : text.contains("text/html") && text.contains("<h1");
        }

        public boolean isFine() {
            return status >= 200 && status < 400;
        }
    }

    public Stream<Wrong> all() {
        return Stream.of(
                        pages.stream().flatMap(this::read),
                        forms.stream().flatMap(this::posted),
                        apis.stream().flatMap(this::posted),
                        apis.stream().flatMap(this::posted).map(Wrong::fromABrowser))
                .flatMap(wrong -> wrong);
    }

    /** Whether asking about a page is answered as asking for it is, without the page. */
    public boolean headIsAsGoodAsGet(int port, Page page) throws IOException {
        var get = ask(port, new Wrong("GET", true, Set.of(), head("GET", page.path(), ""), ""));
        var head = ask(port, new Wrong("HEAD", true, Set.of(), head("HEAD", page.path(), ""), ""));
        return get.isFine() && head.status() == get.status() && head.text().endsWith("\r\n\r\n");
    }

    /** Sends it as it is; nothing is encoded or made right on the way. */
    public static Answer ask(int port, Wrong wrong) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_IN_MILLIS);
            socket.getOutputStream().write((wrong.head() + wrong.body()).getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            String text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }
    }

    private Stream<Wrong> read(Page page) {
        String known = page.parameter();
        return Stream.of(
                query(page, "%5B%5D=1", true),
                query(page, "a%5Bb%5D=1", true),
                query(page, "a.b.c=1", true),
                query(page, ".=1", true),
                query(page, known + "%5B%5D=1", true),
                query(page, known + "%5B99999999%5D=1", true),
                query(page, known + "%5Ba%5D=1", true),
                query(page, known + "%5B=1", true),
                query(page, known + ".class.name=1", true),
                query(page, known + ".=1", true),
                query(page, known + "=%zz", false),
                query(page, "%zz=1", false),
                query(page, "a&".repeat(MORE_FIELDS_THAN_ANY_FORM), false));
    }

    private Wrong query(Page page, String query, boolean mayBeOverlooked) {
        String shown = query.length() > 40 ? "very many fields" : query;
        return new Wrong(
                "GET " + page.path() + "?" + shown,
                mayBeOverlooked,
                mayBeOverlooked ? Set.of("bad-request", "invalid", "not-found") : Set.of("bad-request"),
                head("GET", page.path() + "?" + query, ""),
                "");
    }

    private Stream<Wrong> posted(String path) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        return Stream.of(
                post(path, "*/*", "{}", "any type", NO_TYPE),
                post(path, "application/*", "{}", "any application type", NO_TYPE),
                post(path, "nonsense", "{}", "no type", NO_TYPE),
                post(path, "text/", "{}", "half a type", NO_TYPE),
                post(path, "multipart/form-data", part + "--b--\r\n", "no boundary", BROKEN),
                post(path, IN_PARTS, part + "--b\r\nContent-Dispo", "cut in a header", BROKEN),
                post(path, IN_PARTS, part.substring(0, part.length() - 3), "cut in a part", BROKEN),
                post(path, IN_PARTS, "nothing of the kind", "no parts", BROKEN, "bad-request", NO_TYPE),
                post(path, IN_PARTS, part.repeat(MORE_PARTS_THAN_ANY_FORM) + "--b--\r\n", "very many parts", TOO_LARGE),
                post(path, FORM, "a=%zz", "no encoding", "bad-request", NO_TYPE),
                post(path, FORM, "a=1&".repeat(MORE_FIELDS_THAN_ANY_FORM), "very many fields", "bad-request", NO_TYPE),
                post(path, FORM, "a%5B0%5D=1&b.c=2&%5B=3&.=4", "brackets and dots", "bad-request", NO_TYPE)
                        .overlookable(),
                post(path, "application/json", "{\"a\":", "half a JSON", "body-not-json", NO_TYPE),
                post(path, "application/json; charset=nonsense", "{}", "no such charset", "body-not-json", NO_TYPE)
                        .overlookable());
    }

    private Wrong post(String path, String type, String body, String what, String... codes) {
        String headers = "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n";
        return new Wrong("POST " + path + ", " + what, false, Set.of(codes), head("POST", path, headers), body);
    }

    private String head(String method, String target, String headers) {
        String accept = target.startsWith("/api/") ? JSON_ONLY : HTML_ONLY;
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + accept
                + "Authorization: Bearer " + token + "\r\n" + headers + "\r\n";
    }
}
