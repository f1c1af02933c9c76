package io.tare.path;

/**
 * A packet put into another one.
 *
 * @param kind {@code vxlan}, {@code ipip}, …, or the name of the program that does it
 * @param id the VXLAN's number; 0 where there is none
 * @param port the outer UDP destination port; 0 where there is none
 * @param from the outer source address; empty where only the packet itself tells
 * @param to the outer destination address
 * @param df as the device is set: {@code set}, {@code unset}, {@code inherit}; empty where it does not say
 */
public record Encapsulation(String kind, long id, int port, String from, String to, String df) {}
