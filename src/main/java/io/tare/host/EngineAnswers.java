package io.tare.host;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an Engine answers in docker-java's words, in Tare's. What it leaves out is empty or 0. */
final class EngineAnswers {
    private EngineAnswers() {}

    static EngineFacts facts(Version version, Info info) {
        return new EngineFacts(
                said(version.getVersion()),
                said(version.getApiVersion()),
                said(info.getKernelVersion()),
                said(info.getOperatingSystem()),
                said(info.getArchitecture()),
                said(info.getDriver()),
                said(info.getRawValues().get("CgroupVersion")),
                info.getNCPU() == null ? 0 : info.getNCPU(),
                info.getMemTotal() == null ? 0 : info.getMemTotal());
    }

    static ContainerState state(InspectContainerResponse answer) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Map.Entry<String, ContainerNetwork> network :
                answer.getNetworkSettings().getNetworks().entrySet()) {
            addresses.put(network.getKey(), said(network.getValue().getIpAddress()));
        }
        InspectContainerResponse.ContainerState state = answer.getState();
        Long exit = state.getExitCodeLong();
        Long pid = state.getPidLong();
        return new ContainerState(
                Boolean.TRUE.equals(state.getRunning()),
                exit == null ? 0 : exit.intValue(),
                pid == null ? 0 : pid,
                addresses);
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
