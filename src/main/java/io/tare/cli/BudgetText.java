package io.tare.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as {@code 90s}, {@code 30m} or {@code 2h}, in s. */
final class BudgetText implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5}(?:\\.\\d+)?)\\s*([smh])");
    private static final double LEAST = 60;

    @Override
    public Double convert(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        double seconds = matcher.matches()
                ? Double.parseDouble(matcher.group(1))
                        * switch (matcher.group(2)) {
                            case "s" -> 1;
                            case "m" -> 60;
                            default -> 3600;
                        }
                : 0;
        if (seconds < LEAST) {
            throw new TypeConversionException(
                    "a budget is a time of a minute or more, as 90s, 30m or 2h; it is '%s'".formatted(text));
        }
        return seconds;
    }
}
