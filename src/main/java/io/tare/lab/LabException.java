package io.tare.lab;

/** A lab that cannot be made, used or taken down as asked. The message says what to do. */
public class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Another Tare holds the lab. */
    public static final class Busy extends LabException {
        private static final long serialVersionUID = 1L;

        Busy(String message) {
            super(message);
        }
    }

    /** This machine lacks something a lab needs. */
    public static final class Missing extends LabException {
        private static final long serialVersionUID = 1L;

        public Missing(String message) {
            super(message);
        }
    }
}
