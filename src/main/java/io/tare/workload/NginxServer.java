package io.tare.workload;

import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.List;
import java.util.Map;

/**
 * The nginx that web workloads ask: one page at {@link #PATH}, sent with {@code sendfile}, no access log, a worker a CPU. Connections are
 * never closed by it ({@code keepalive_requests}), which its preset does after 1,000 requests each.
 */
final class NginxServer {
    static final String PATH = "/page";
    static final Parameter CHECK = Parameter.of(
            "check",
            Type.BOOLEAN,
            "true",
            "fetch the page once before the first trial, and measure nothing if it is wrong");

    private static final String CONFIGURATION = """
            daemon off;
            pid /run/tare-nginx.pid;
            user www-data;
            error_log stderr crit;
            worker_processes auto;
            events {
                worker_connections 8192;
            }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                default_type text/plain;
                keepalive_requests 1000000000;
                server {
                    listen {port} backlog=4096;
                    root /srv/tare;
                }
            }
            """;

    private NginxServer() {}

    static WorkloadSpec.Server serving(Page page) {
        return new WorkloadSpec.Server(
                List.of("nginx", "-c", "/etc/tare/nginx.conf"),
                List.of("tcp"),
                new WorkloadSpec.Ready(true, List.of(), 20),
                Map.of(),
                Map.of("/etc/tare/nginx.conf", CONFIGURATION, "/srv/tare" + PATH, page.content()));
    }

    /** The gate that fetches a path once, and what it prints where the page stands there whole. */
    static List<String> gate(String path) {
        return List.of("tare-http-get", "{server}", "{port}", path);
    }

    static String expects(Page page) {
        return "^200 %d %s$".formatted(page.bytes(), page.hash());
    }
}
