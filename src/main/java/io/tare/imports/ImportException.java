package io.tare.imports;

/** Files that cannot be imported. The message names each with what is wrong and what was expected. Nothing was written. */
public class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }
}
