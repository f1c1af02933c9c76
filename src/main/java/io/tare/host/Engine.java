package io.tare.host;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A host's Docker Engine, in the words of its API. Every call waits for the Engine's answer and throws {@link HostException} when it
 * refuses or cannot be reached. Nothing here is journalled: see {@link Journal} and the callers. Safe for use by several threads.
 */
public interface Engine {
    EngineFacts facts();

    /** The id of an image, where the Engine has it. */
    Optional<String> imageId(String reference);

    /** Takes in an image as {@code docker save} writes it. */
    void load(InputStream archive);

    /** Creates and starts a container. */
    Container start(ContainerSpec spec);

    /** The containers that carry a label, running or not. */
    List<Container> containers(String label);

    void remove(String containerId);

    /** Asks a container's process to end (SIGTERM) and waits for it; past 20 s it is killed. One that is gone or has ended is left as it is. */
    void stop(String containerId);

    /** Puts files into a container, running or not. */
    void put(String containerId, List<ContainerFile> files);

    /** Removes a volume by its name. A container's binds make it: {@code NAME:/in/the/container}. */
    void removeVolume(String name);

    /** Executes a command in a running container; past {@code within} (times the host's patience) its process is killed and {@link HostException} says so. */
    ExecResult exec(String containerId, List<String> command, Duration within);

    ContainerState state(String containerId);

    /** The last lines a container's process printed, both streams. */
    String logs(String containerId, int lines);

    /** Creates a network and answers its id. */
    String createNetwork(NetworkSpec spec);

    Optional<String> networkId(String name);

    void removeNetwork(String id);

    /** {@code active}, {@code inactive}, {@code pending}, {@code locked} or {@code error}. */
    String swarmState();

    /** Makes this Engine the manager of a new swarm and answers the token that workers join with. */
    String initSwarm(String advertiseAddress);

    void joinSwarm(String token, String managerAddress, String advertiseAddress);

    void leaveSwarm();

    /** Ends the connection to the Engine; the Engine itself goes on. */
    void close();
}
