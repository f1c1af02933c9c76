package io.tare.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may ask. The page starts programs, often as root, so every request has to come from a browser that was given the printed address, to this very
 * server by its own name (else a foreign name could be made to point here: DNS rebinding), and from its own page (else any site could make the browser
 * ask: CSRF).
 *
 * @param token in the printed address; it is exchanged for the session
 * @param session in a cookie that no script reads and no other site's request carries
 */
record Gate(int port, Key token, Key session) {
    static Gate at(int port) {
        return new Gate(port, Key.drawn(), Key.drawn());
    }

    /** What a browser is to open first. */
    String address() {
        return "http://127.0.0.1:%d/?token=%s".formatted(port, token.text());
    }

    /** Lets the request in, answers it where it brings the token, or throws {@link Refusal}. */
    Optional<Answer> answer(Asked asked) {
        List<String> names = List.of("127.0.0.1:" + port, "localhost:" + port);
        String host = asked.header("Host");
        if (host == null || !names.contains(host)) {
            throw new Refusal(421, "This is Tare at 127.0.0.1:%d and answers to no other name.".formatted(port));
        }
        String origin = asked.header("Origin");
        boolean changes = !asked.method().equals("GET");
        if (origin == null ? changes : !origin.equals("http://" + host)) {
            throw new Refusal(403, "Asked from another page than Tare's own.");
        }
        boolean first = asked.path().isEmpty() && !changes;
        String site = asked.header("Sec-Fetch-Site");
        if (site != null && !first && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refusal(403, "Asked from another page than Tare's own.");
        }
        String given = asked.query().get("token");
        if (first && given != null && token.is(given)) {
            return Optional.of(Answer.text(303, "")
                    .with(Map.of(
                            "Location",
                            "/",
                            "Set-Cookie",
                            "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookie(), session.text()))));
        }
        if (!known(asked)) {
            throw new Refusal(401, "Open the address that 'tare serve' printed; it has the token that lets you in.");
        }
        return Optional.empty();
    }

    private boolean known(Asked asked) {
        String cookies = asked.header("Cookie");
        return cookies != null
                && Arrays.stream(cookies.split(";"))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(cookie() + "="))
                        .anyMatch(pair -> session.is(pair.substring(cookie().length() + 1)));
    }

    /** Cookies know no ports; each server has a name of its own. */
    private String cookie() {
        return "tare-" + port;
    }
}
