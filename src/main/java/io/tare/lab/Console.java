package io.tare.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a virtual machine has said on its serial line, in a file that grows. */
record Console(Path file) {
    private static final int LAST_LINES = 12;
    private static final String PANIC = "Kernel panic";

    boolean said(String words) {
        return text().contains(words);
    }

    /** The last lines; where the kernel panicked those up to the panic, and not what its stack held. */
    String end() {
        List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(PANIC)) {
                end = i + 1;
                break;
            }
        }
        return end == 0 ? "(it said nothing)" : String.join("\n", lines.subList(Math.max(0, end - LAST_LINES), end));
    }

    private String text() {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\r", "")
                    : "";
        } catch (IOException e) {
            throw new LabException("The console %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
