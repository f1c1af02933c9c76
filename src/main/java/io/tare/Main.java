package io.tare;

/** The way in. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("tare");
    }
}
