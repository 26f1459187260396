package org.ncsoversight.backing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
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

    /** An address to read, and a parameter it knows. */
    public record Page(String path, String parameter) {}

    /** One of them. */
    public record Wrong(String what, boolean mayBeOverlooked, String head, String body) {

        /** Whether it is enough when nothing breaks. */
        Wrong overlookable() {
            return new Wrong(what, true, head, body);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    /** What came back. */
    public record Answer(int status, String text) {

        /** Whether it tells the sender that it is their fault, in the form that the address answers in. */
        public boolean isRefusal() {
            return status >= 400 && status < 500 && (text.contains("application/problem+json") || text.contains("<h1"));
        }

        public boolean isFine() {
            return status >= 200 && status < 400;
        }
    }

    public Stream<Wrong> all() {
        return Stream.of(
                        pages.stream().flatMap(this::read),
                        forms.stream().flatMap(this::posted),
                        apis.stream().flatMap(this::posted))
                .flatMap(wrong -> wrong);
    }

    /** Whether asking about a page is answered as asking for it is, without the page. */
    public boolean headIsAsGoodAsGet(int port, Page page) throws IOException {
        var get = ask(port, new Wrong("GET", true, head("GET", page.path(), ""), ""));
        var head = ask(port, new Wrong("HEAD", true, head("HEAD", page.path(), ""), ""));
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
                "GET " + page.path() + "?" + shown, mayBeOverlooked, head("GET", page.path() + "?" + query, ""), "");
    }

    private Stream<Wrong> posted(String path) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        return Stream.of(
                post(path, "*/*", "{}", "any type"),
                post(path, "application/*", "{}", "any application type"),
                post(path, "nonsense", "{}", "no type"),
                post(path, "text/", "{}", "half a type"),
                post(path, "multipart/form-data", part + "--b--\r\n", "no boundary"),
                post(path, "multipart/form-data; boundary=b", part + "--b\r\nContent-Dispo", "cut in a header"),
                post(path, "multipart/form-data; boundary=b", part.substring(0, part.length() - 3), "cut in a part"),
                post(path, "multipart/form-data; boundary=b", "nothing of the kind", "no parts"),
                post(
                        path,
                        "multipart/form-data; boundary=b",
                        part.repeat(MORE_PARTS_THAN_ANY_FORM) + "--b--\r\n",
                        "very many parts"),
                post(path, "application/x-www-form-urlencoded", "a=%zz", "no encoding"),
                post(
                        path,
                        "application/x-www-form-urlencoded",
                        "a=1&".repeat(MORE_FIELDS_THAN_ANY_FORM),
                        "very many fields"),
                post(path, "application/x-www-form-urlencoded", "a%5B0%5D=1&b.c=2&%5B=3&.=4", "brackets and dots")
                        .overlookable(),
                post(path, "application/json", "{\"a\":", "half a JSON"),
                post(path, "application/json; charset=nonsense", "{}", "no such charset")
                        .overlookable());
    }

    private Wrong post(String path, String type, String body, String what) {
        String headers = "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n";
        return new Wrong("POST " + path + ", " + what, false, head("POST", path, headers), body);
    }

    private String head(String method, String target, String headers) {
        String accept = target.startsWith("/api/") ? "application/json" : "text/html";
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + accept
                + "\r\nAuthorization: Bearer " + token + "\r\n" + headers + "\r\n";
    }
}
