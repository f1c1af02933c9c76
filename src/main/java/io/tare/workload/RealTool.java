package io.tare.workload;

import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that Tare does not bring, and where the study says it is.
 *
 * @param name what it is called, in the client container too: files of two tools may have one name, as wrk's and wrk2's have
 * @param command how it is called in the client container
 * @param program of this machine that is copied into the client container, or null
 * @param image that the client container runs, or null for Tare's
 */
record RealTool(
        String name,
        String command,
        @Nullable String program,
        @Nullable String image) {
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.of(
                    "program",
                    Type.TEXT,
                    "",
                    "the tool as a program of this machine, which is copied into the client container; its libraries have to be in the image"),
            Parameter.of("image", Type.TEXT, "", "an image that has the tool, for the client container"));
    private static final String GATE =
            "command -v \"$1\" > /dev/null || { echo \"there is no $2 in the client container: say where it is with"
                    + " 'program:', a program of this machine, or with 'image:', an image that has it\"; exit 1; }\n"
                    + "said=$(\"$1\" --version 2>&1)\n"
                    + "case $? in 126 | 127) echo \"$2 cannot start in the client container: $said\"; exit 1 ;; esac\n"
                    + "shift 2\n"
                    + "for needed in bash sha256sum tr; do\n"
                    + "    command -v $needed > /dev/null || { echo \"not asked: no $needed here\"; exit 0; }\n"
                    + "done\n"
                    + "exec \"$@\"\n";
    private static final String NOT_ASKED = "^not asked: ";

    static RealTool of(String name, String program, String image) {
        return program.isEmpty()
                ? new RealTool(name, name, null, image.isEmpty() ? null : image)
                : new RealTool(name, WorkloadSpec.Client.TOOLS + "/" + name, program, image.isEmpty() ? null : image);
    }

    /**
     * A client that runs the tool. Its gate is that the tool is there and can be started, with all its libraries, and then {@code gate}, which needs what Tare's image has: in an image
     * without, nothing is asked. Where {@code gate} is empty the tool's being there is enough.
     *
     * @param expects a regular expression that the gate's output must contain, or null where that may be anything
     */
    WorkloadSpec.Client client(List<String> arguments, List<String> gate, @Nullable String expects) {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", GATE, "sh", command, name));
        whole.addAll(gate);
        return new WorkloadSpec.Client(
                arguments,
                whole,
                expects == null ? null : expects + "|" + NOT_ASKED,
                List.of(0),
                0,
                program,
                image,
                program == null ? null : name);
    }
}
