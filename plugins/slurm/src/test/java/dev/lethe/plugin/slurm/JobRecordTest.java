package dev.lethe.plugin.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code scontrol} of Slurm 22.05 wrote; {@code sacct} as its manual shows it. */
class JobRecordTest {

  @Test
  void aScriptThatFailedIsReadWithItsCode() {
    assertThat(
            JobRecord.ofControl(
                "JobId=5 ArrayJobId=2 ArrayTaskId=1 ArrayTaskThrottle=2 JobName=lethe-abc"
                    + " UserId=root(0) JobState=FAILED Reason=NonZeroExitCode Dependency=(null)"
                    + " Requeue=1 Restarts=0 BatchFlag=1 Reboot=0 ExitCode=3:0 RunTime=00:00:01"))
        .contains(new JobRecord(new JobState("FAILED"), 3));
  }

  @Test
  void aSignalCountsAsInAShell() {
    assertThat(
            JobRecord.ofControl(
                "JobId=8 ArrayJobId=7 ArrayTaskId=0 JobName=lethe-x JobState=FAILED"
                    + " Reason=JobLaunchFailure Requeue=1 Restarts=0 ExitCode=0:9 RunTime=00:00:05"))
        .contains(new JobRecord(new JobState("FAILED"), 128 + 9));
  }

  @Test
  void aJobThatTheClusterHasForgottenHasNoRecord() {
    assertThat(JobRecord.ofControl("Job 10_3 not found\n")).isEmpty();
    assertThat(JobRecord.ofControl("")).isEmpty();
  }

  @Test
  void ofSeveralAttemptsInTheAccountsTheLastCounts() {
    assertThat(JobRecord.ofAccounting("NODE_FAIL|0:0\nCANCELLED by 1000|0:15\n"))
        .contains(new JobRecord(new JobState("CANCELLED"), 128 + 15));
    assertThat(JobRecord.ofAccounting("Slurm accounting storage is disabled")).isEmpty();
  }
}
