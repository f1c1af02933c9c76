package io.tare.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The connection to an Engine's API at an address such as {@code unix:///run/docker.sock}. The API version is negotiated: the Engine's
 * own, or the newest Tare was tried with where the Engine is newer.
 */
record EngineConnection(String address, DockerClient docker) {
    private static final int NEWEST_TRIED_MINOR = 47;
    private static final int CONNECTIONS = 64;
    /** Retries and the like are told in the exceptions; a client library does not talk to the terminal. Held, as loggers are forgotten. */
    private static final Logger CLIENT = Logger.getLogger("com.github.dockerjava");

    static {
        CLIENT.setLevel(Level.OFF);
    }

    static EngineConnection to(String address) {
        DockerClient unversioned = client(address, null);
        try {
            Version version = unversioned.versionCmd().exec();
            String offered = version.getApiVersion();
            return new EngineConnection(address, client(address, negotiated(offered)));
        } catch (RuntimeException e) {
            throw new HostException(
                    "No Docker Engine answers at %s: %s. Check that it runs and that you may use its socket."
                            .formatted(address, words(e)),
                    e);
        } finally {
            closeQuietly(unversioned);
        }
    }

    /** The version to speak with an Engine that offers this one at most. */
    static String negotiated(String offered) {
        String minor = offered.substring(offered.indexOf('.') + 1);
        return "1." + Math.min(Integer.parseInt(minor), NEWEST_TRIED_MINOR);
    }

    /** What went wrong, without the client library's wrapping. */
    static String words(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        int brace = said.indexOf('{');
        if (brace >= 0) {
            try {
                JsonNode message =
                        JsonMapper.shared().readTree(said.substring(brace)).path("message");
                if (message.isString()) {
                    return message.asString().strip();
                }
            } catch (JacksonException _) {
                // not the Engine's JSON: the words as they are
            }
        }
        return said.strip();
    }

    void close() {
        closeQuietly(docker);
    }

    private static DockerClient client(String address, @org.jspecify.annotations.Nullable String version) {
        var settings = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address)
                .withDockerTlsVerify(false);
        if (version != null) {
            settings.withApiVersion(version);
        }
        return DockerClientImpl.getInstance(
                settings.build(),
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(URI.create(address))
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(Duration.ofSeconds(10))
                        .build());
    }

    private static void closeQuietly(DockerClient client) {
        try {
            client.close();
        } catch (IOException _) {
            // nothing is lost with a connection that does not close
        }
    }
}
