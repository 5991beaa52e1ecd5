// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;

/** A company, told from others by its domain. Values that are null are left out of a request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public class Account extends OpenRecord {

    private String id;
    private String domain;
    private String name;
    private String industry;
    private String logo;
    private String linkedin;
    private String twitter;
    private String description;
    private String primaryLocation;
    private String employeeRange;
    private String type;
    private BigDecimal twitterFollowers;
    private BigDecimal estimatedRevenue;
    private BigDecimal totalFundRaised;
    private Integer founded;
    private List<String> tags;
    private String firstEmailInteraction;
    private String lastEmailInteraction;
    private String firstMeetingInteraction;
    private String lastMeetingInteraction;
    private String lastInteraction;
    private String nextMeeting;
    private String createdAt;
    private String updatedAt;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getIndustry() {
        return industry;
    }

    public void setIndustry(String industry) {
        this.industry = industry;
    }

    public String getLogo() {
        return logo;
    }

    public void setLogo(String logo) {
        this.logo = logo;
    }

    public String getLinkedin() {
        return linkedin;
    }

    public void setLinkedin(String linkedin) {
        this.linkedin = linkedin;
    }

    public String getTwitter() {
        return twitter;
    }

    public void setTwitter(String twitter) {
        this.twitter = twitter;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getPrimaryLocation() {
        return primaryLocation;
    }

    public void setPrimaryLocation(String primaryLocation) {
        this.primaryLocation = primaryLocation;
    }

    public String getEmployeeRange() {
        return employeeRange;
    }

    public void setEmployeeRange(String employeeRange) {
        this.employeeRange = employeeRange;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public BigDecimal getTwitterFollowers() {
        return twitterFollowers;
    }

    public void setTwitterFollowers(BigDecimal twitterFollowers) {
        this.twitterFollowers = twitterFollowers;
    }

    public BigDecimal getEstimatedRevenue() {
        return estimatedRevenue;
    }

    public void setEstimatedRevenue(BigDecimal estimatedRevenue) {
        this.estimatedRevenue = estimatedRevenue;
    }

    public BigDecimal getTotalFundRaised() {
        return totalFundRaised;
    }

    public void setTotalFundRaised(BigDecimal totalFundRaised) {
        this.totalFundRaised = totalFundRaised;
    }

    public Integer getFounded() {
        return founded;
    }

    public void setFounded(Integer founded) {
        this.founded = founded;
    }

    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = tags;
    }

    public String getFirstEmailInteraction() {
        return firstEmailInteraction;
    }

    public void setFirstEmailInteraction(String firstEmailInteraction) {
        this.firstEmailInteraction = firstEmailInteraction;
    }

    public String getLastEmailInteraction() {
        return lastEmailInteraction;
    }

    public void setLastEmailInteraction(String lastEmailInteraction) {
        this.lastEmailInteraction = lastEmailInteraction;
    }

    public String getFirstMeetingInteraction() {
        return firstMeetingInteraction;
    }

    public void setFirstMeetingInteraction(String firstMeetingInteraction) {
        this.firstMeetingInteraction = firstMeetingInteraction;
    }

    public String getLastMeetingInteraction() {
        return lastMeetingInteraction;
    }

    public void setLastMeetingInteraction(String lastMeetingInteraction) {
        this.lastMeetingInteraction = lastMeetingInteraction;
    }

    public String getLastInteraction() {
        return lastInteraction;
    }

    public void setLastInteraction(String lastInteraction) {
        this.lastInteraction = lastInteraction;
    }

    public String getNextMeeting() {
        return nextMeeting;
    }

    public void setNextMeeting(String nextMeeting) {
        this.nextMeeting = nextMeeting;
    }

    public String getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(String createdAt) {
        this.createdAt = createdAt;
    }

    public String getUpdatedAt() {
        return updatedAt;
    }

    public void setUpdatedAt(String updatedAt) {
        this.updatedAt = updatedAt;
    }
}
