package io.tare.host;

/** What the Engine says of itself and its machine. */
public record EngineFacts(
        String version,
        String apiVersion,
        String kernel,
        String operatingSystem,
        String architecture,
        String storageDriver,
        String cgroupVersion,
        int cpus,
        long memoryBytes) {}
