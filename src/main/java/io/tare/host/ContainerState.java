package io.tare.host;

import java.util.Map;

/**
 * How a container is at this moment.
 *
 * @param running whether its process lives
 * @param exitCode of its process, 0 while it runs
 * @param pid of its process on the host, 0 when it does not run
 * @param addresses its IPv4 address in each network, by the network's name
 */
public record ContainerState(boolean running, int exitCode, long pid, Map<String, String> addresses) {}
