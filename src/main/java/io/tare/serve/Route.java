package io.tare.serve;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What stands at addresses of one form.
 *
 * @param method {@code GET}, which changes nothing, or {@code POST}
 * @param form parts of the path; {@code *} is any
 */
record Route(String method, List<String> form, Page page) {
    /** Answers a request. */
    @FunctionalInterface
    interface Page {
        Answer of(Asked asked) throws IOException;
    }

    static Route get(String form, Page page) {
        return new Route("GET", parts(form), page);
    }

    static Route post(String form, Page page) {
        return new Route("POST", parts(form), page);
    }

    boolean leadsTo(List<String> path) {
        if (path.size() != form.size()) {
            return false;
        }
        for (int i = 0; i < form.size(); i++) {
            if (!form.get(i).equals("*") && !form.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> parts(String form) {
        return Arrays.stream(form.split("/")).filter(part -> !part.isEmpty()).toList();
    }
}
