package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.BusinessModel;
import io.customerpulse.events.result.Tier;
import java.math.BigDecimal;
import java.util.List;

/**
 * Who a customer is: what does not change through its story.
 *
 * @param customer its id
 * @param annualContractValue in its currency
 * @param seats licensed at the beginning
 * @param usualShare the share of seats in use on a usual working day, 0 to 1
 * @param singleActions whether every action is reported, and not only a sum each day
 * @param respondents people asked in surveys
 * @param temperament how its mood differs from that of others in the same story
 */
record Profile(
        String customer,
        String name,
        String industry,
        Region region,
        int employees,
        BusinessModel businessModel,
        Tier tier,
        BigDecimal annualContractValue,
        int seats,
        double usualShare,
        boolean singleActions,
        int respondents,
        int integrations,
        Temperament temperament) {

    /**
     * Factors of satisfaction and commitment: some people never give the highest mark, some have
     * less time than others.
     */
    record Temperament(double satisfaction, double commitment) {

        /** The mood of this customer where others would have that one. */
        Mood of(Mood mood) {
            return new Mood(
                    mood.usage(),
                    Math.min(1, mood.satisfaction() * satisfaction),
                    mood.extraTickets(),
                    mood.support(),
                    Math.min(1, mood.commitment() * commitment));
        }
    }

    /** The industries of the simulated world. */
    static final List<String> INDUSTRIES =
            List.of(
                    "SOFTWARE",
                    "RETAIL",
                    "LOGISTICS",
                    "MANUFACTURING",
                    "HEALTHCARE",
                    "FINANCE",
                    "EDUCATION",
                    "MEDIA");

    private static final List<String> FIRST_NAMES =
            List.of(
                    "Amber",
                    "Birch",
                    "Cobalt",
                    "Delta",
                    "Ember",
                    "Fjord",
                    "Granite",
                    "Harbor",
                    "Indigo",
                    "Juniper",
                    "Kestrel",
                    "Lumen",
                    "Meridian",
                    "Nimbus",
                    "Orchard",
                    "Prairie",
                    "Quartz",
                    "Rowan",
                    "Summit",
                    "Tundra");
    private static final List<String> LAST_NAMES =
            List.of(
                    "Analytics",
                    "Foods",
                    "Freight",
                    "Health",
                    "Labs",
                    "Learning",
                    "Media",
                    "Motors",
                    "Outfitters",
                    "Partners",
                    "Robotics",
                    "Systems");
    private static final List<Region> REGIONS = List.of(Region.values());
    private static final List<BusinessModel> BUSINESS_MODELS =
            List.of(
                    BusinessModel.SAAS,
                    BusinessModel.SAAS,
                    BusinessModel.B2B_SERVICES,
                    BusinessModel.SUBSCRIPTION,
                    BusinessModel.USAGE_BASED);

    /** Draws the customer of this number, counted from 0. */
    static Profile drawn(int index, RandomStream random) {
        Tier tier = tier(random.fraction());
        int seats = seats(tier, random);
        String name = random.pick(FIRST_NAMES) + " " + random.pick(LAST_NAMES);
        return new Profile(
                Names.customer(index),
                name + " " + (index + 1),
                random.pick(INDUSTRIES),
                random.pick(REGIONS),
                seats * random.between(2, 9),
                random.pick(BUSINESS_MODELS),
                tier,
                annualContractValue(tier, random),
                seats,
                random.between(0.74, 0.95),
                tier == Tier.STARTER && random.chance(0.25),
                respondents(tier),
                random.between(0, 5),
                new Temperament(random.between(0.94, 1.03), random.between(0.85, 1.03)));
    }

    private static Tier tier(double drawn) {
        if (drawn < 0.5) {
            return Tier.STARTER;
        }
        return drawn < 0.85 ? Tier.MID_MARKET : Tier.ENTERPRISE;
    }

    private static int seats(Tier tier, RandomStream random) {
        return switch (tier) {
            case STARTER -> random.between(8, 30);
            case MID_MARKET -> random.between(30, 140);
            case ENTERPRISE -> random.between(120, 900);
        };
    }

    private static BigDecimal annualContractValue(Tier tier, RandomStream random) {
        int hundreds =
                switch (tier) {
                    case STARTER -> random.between(30, 240);
                    case MID_MARKET -> random.between(260, 950);
                    case ENTERPRISE -> random.between(1050, 6000);
                };
        return BigDecimal.valueOf(hundreds * 100L);
    }

    private static int respondents(Tier tier) {
        return switch (tier) {
            case STARTER -> 4;
            case MID_MARKET -> 6;
            case ENTERPRISE -> 9;
        };
    }
}
