// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;

/** A person, told from others by the e-mail address. Values that are null are left out of a request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public class Contact extends OpenRecord {

    private String id;
    private String email;
    private String firstName;
    private String lastName;
    private String fullName;
    private String jobTitle;
    private String phone;
    private String seniority;
    private String linkedin;
    private String twitter;
    private String currentCompany;
    private String type;
    private String avatarUrl;
    private BigDecimal twitterFollowers;
    private Boolean emailVerified;
    private List<String> otherEmails;
    private String firstEmailInteraction;
    private String lastEmailInteraction;
    private String firstMeetingInteraction;
    private String lastMeetingInteraction;
    private String lastInteraction;
    private String nextMeeting;
    private String accountId;
    private String createdAt;
    private String updatedAt;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getSeniority() {
        return seniority;
    }

    public void setSeniority(String seniority) {
        this.seniority = seniority;
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

    public String getCurrentCompany() {
        return currentCompany;
    }

    public void setCurrentCompany(String currentCompany) {
        this.currentCompany = currentCompany;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getAvatarUrl() {
        return avatarUrl;
    }

    public void setAvatarUrl(String avatarUrl) {
        this.avatarUrl = avatarUrl;
    }

    public BigDecimal getTwitterFollowers() {
        return twitterFollowers;
    }

    public void setTwitterFollowers(BigDecimal twitterFollowers) {
        this.twitterFollowers = twitterFollowers;
    }

    public Boolean getEmailVerified() {
        return emailVerified;
    }

    public void setEmailVerified(Boolean emailVerified) {
        this.emailVerified = emailVerified;
    }

    public List<String> getOtherEmails() {
        return otherEmails;
    }

    public void setOtherEmails(List<String> otherEmails) {
        this.otherEmails = otherEmails;
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

    public String getAccountId() {
        return accountId;
    }

    public void setAccountId(String accountId) {
        this.accountId = accountId;
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
