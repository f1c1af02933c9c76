package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is asked of the Engine for a container. No request is sent: the socket does not exist. */
class ContainerRequestTest {
    private static final String NOWHERE = "unix:///nonexistent/docker.sock";
    private static final DockerClient DOCKER = DockerClientImpl.getInstance(
            DefaultDockerClientConfig.createDefaultConfigBuilder()
                    .withDockerHost(NOWHERE)
                    .withDockerTlsVerify(false)
                    .build(),
            new ZerodepDockerHttpClient.Builder()
                    .dockerHost(URI.create(NOWHERE))
                    .build());
    private static final ContainerSpec SERVER = ContainerSpec.of(
            "tare-lab-nat-iperf3-tcp", "tare/image:1", List.of("iperf3", "--server", "--port", "5301"));

    @AfterAll
    static void close() throws Exception {
        DOCKER.close();
    }

    private static CreateContainerCmd request(ContainerSpec spec) {
        return ContainerRequest.of(DOCKER, spec);
    }

    private static HostConfig settings(ContainerSpec spec) {
        return Objects.requireNonNull(request(spec).getHostConfig());
    }

    @Test
    void theCommandReplacesTheImagesEntryPoint() {
        assertThat(request(SERVER).getEntrypoint()).containsExactly("iperf3");
        assertThat(request(SERVER).getCmd()).containsExactly("--server", "--port", "5301");
    }

    @Test
    void publishedPortsKeepTheirNumberAndProtocol() {
        ContainerSpec published = SERVER.onNetwork("tare-nat")
                .publishing(new ContainerSpec.Publish(5301, "tcp"), new ContainerSpec.Publish(5301, "udp"));
        assertThat(request(published).getExposedPorts())
                .extracting(Object::toString)
                .containsExactly("5301/tcp", "5301/udp");
        assertThat(settings(published).getPortBindings().getBindings().values())
                .allSatisfy(bound -> assertThat(bound[0].getHostPortSpec()).isEqualTo("5301"));
    }

    @Test
    void aHostNameIsGivenWhereTheEngineTakesOne() {
        assertThat(request(SERVER.onNetwork("tare-nat")).getHostName()).isEqualTo("tare-lab-nat-iperf3-tcp");
        assertThat(request(SERVER.onNetwork("host")).getHostName()).isNull();
        assertThat(request(SERVER.onNetwork("container:abc")).getHostName()).isNull();
    }

    /** A study's names may be 40 characters each; the kernel takes a host name of 64 (utsname), DNS labels of 63. */
    @Test
    void aLongNameMakesAHostNameTheKernelTakes() {
        String name = "tare-lab-" + "m".repeat(40) + "-" + "w".repeat(40);
        String hostName = request(ContainerSpec.of(name, "i", List.of("true")).onNetwork("tare-nat"))
                .getHostName();
        assertThat(hostName).hasSizeLessThanOrEqualTo(63);
        assertThat(name).startsWith(Objects.requireNonNull(hostName));
    }

    @Test
    void environmentAndLabelsArePassedOn() {
        CreateContainerCmd request =
                request(SERVER.withEnvironment(Map.of("PGDATA", "/tmp/db")).labelled(ContainerSpec.LABEL, "lab"));
        assertThat(request.getEnv()).containsExactly("PGDATA=/tmp/db");
        assertThat(request.getLabels()).containsEntry("io.tare.testbed", "lab");
    }

    @Test
    void anOrdinaryContainerHasNoMoreRightsThanDockerGives() {
        HostConfig settings = settings(SERVER.onNetwork("tare-nat"));
        assertThat(settings.getCapAdd()).isNull();
        assertThat(settings.getPrivileged()).isNull();
        assertThat(settings.getPidMode()).isNullOrEmpty();
        assertThat(settings.getInit()).isTrue();
    }

    @Test
    void theHandSeesTheHostAndIsNotFullyPrivileged() {
        HostConfig settings = settings(SERVER.asHand().withBinds("/sys/fs/cgroup:/sys/fs/cgroup:ro"));
        assertThat(settings.getNetworkMode()).isEqualTo("host");
        assertThat(settings.getPidMode()).isEqualTo("host");
        assertThat(settings.getPrivileged()).isNull();
        assertThat(settings.getCapAdd()).contains(Capability.NET_ADMIN, Capability.SYS_ADMIN);
        assertThat(settings.getRawValues())
                .containsEntry("MaskedPaths", List.of())
                .containsEntry("ReadonlyPaths", List.of());
        assertThat(settings.getBinds())
                .extracting(Object::toString)
                .containsExactly("/sys/fs/cgroup:/sys/fs/cgroup:ro");
    }
}
