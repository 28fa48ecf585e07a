using System.Globalization;
using System.Text;
using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>One run as many programs log it: its steps and rates are found, by the names that were taken.</summary>
public sealed class LogFormatTests : IDisposable
{
    private static readonly Func<int, double> Run = Schedule.Cosine(3e-4, 3e-5, 1900).Warmup(100);
    private static readonly int[] Steps = [.. Enumerable.Range(0, 201).Select(i => 10 * i)];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string, string> Tables() =>
        new()
        {
            // Header, row, and the names that are taken. {0} is the step, {1} the rate, {2} a loss, {3} the epoch, {4} the step within it.
            { "step,lr,loss", "{0},{1},{2}", "step", "lr" },
            { "\"step\",\"lr\"", "\"{0}\",\"{1}\"", "step", "lr" },
            { "step, lr, loss", "{0}, {1}, {2}", "step", "lr" },
            { "step;lr;loss", "{0};{1};{2}", "step", "lr" },
            { "step\tlr\tloss", "{0}\t{1}\t{2}", "step", "lr" },
            { "step|lr|loss", "{0}|{1}|{2}", "step", "lr" },
            { "| step | lr | loss |\n|------|----|------|", "| {0} | {1} | {2} |", "step", "lr" },
            { "  step        lr      loss", "{0} {1}   {2}", "step", "lr" },
            { "sep=;\nstep;lr;loss", "{0};{1};{2}", "step", "lr" },
            { "My run of 2024-05-01\nstep,lr,loss", "{0},{1},{2}", "step", "lr" },
            { "My run,,\n\nstep,lr,loss", "{0},{1},{2}", "step", "lr" },
            { "// resnet\nstep;lr;loss", "{0};{1};{2}", "step", "lr" },
            { "# resnet\n\nstep,lr,loss", "{0},{1},{2}", "step", "lr" },
            { "step,lr,loss\n[1],[-],[nats]", "{0},{1},{2}", "step", "lr" },
            { "step [updates],lr [1/step],loss [nats]", "{0},{1},{2}", "step [updates]", "lr [1/step]" },
            { "step,lr,loss,", "{0},{1},{2},", "step", "lr" },
            { "step,lr,loss", "{0},{1},{2},", "step", "lr" },
            { "step,lr,loss", "{0},{1},{2}\n{0},,\n{0},NA,{2}\n{0},None,{2}\n{0},null,{2}\n\n", "step", "lr" },
            { "step,lr,loss", "{0},{1},{2}\nstep,lr,loss", "step", "lr" },
            { "epoch,step,lr,loss", "{3},{0},{1},{2}", "step", "lr" },
            { "epoch,batch,lr,loss", "{3},{4},{1},{2}", "epoch × 200 + batch", "lr" },
            { "epoch,iter,lr,loss", "{3},{4},{1},{2}", "epoch × 200 + iter", "lr" },
            { ",step,lr,loss", "{3},{0},{1},{2}", "step", "lr" },
            { ",lr,loss", "{0},{1},{2}", "", "lr" },
            { "Unnamed: 0,lr,loss", "{0},{1},{2}", "Unnamed: 0", "lr" },
            { "when,count,lr", "2024-05-01 10:00,{0},{1}", "count", "lr" },
            { "timestamp,x,lr", "17{0}00,{0},{1}", "x", "lr" },
            { "Wall time,Step,Value", "1714521600.5,{0},{1}", "Step", "Value" },
            { "run,tag,step,value,wall_time", "r1,train/loss,{0},{2},1\nr1,train/lr,{0},{1},1\nr1,acc,{0},0.5,1", "step", "train/lr" },
            { "\"Step\",\"run-a - lr\",\"run-a - lr__MIN\",\"run-a - lr__MAX\"", "\"{0}\",\"{1}\",\"0\",\"1\"", "Step", "run-a - lr" },
            { ",_step,_runtime,train/lr", "{3},{0},5,{1}", "_step", "train/lr" },
            { "epoch,lr-AdamW,step,train_loss", ",{1},{0},\n{3},,{0},{2}", "step", "lr-AdamW" },
            { "epoch,lr-SGD,lr-SGD-momentum,step", ",{1},0.9,{0}", "step", "lr-SGD" },
            { "epoch,lr-AdamW,lr-AdamW-weight_decay,step", ",{1},0.01,{0}", "step", "lr-AdamW" },
            { "step,lr-AdamW/pg1,lr-AdamW/pg2", "{0},{1},{1}", "step", "lr-AdamW/pg1" },
            { "   iter,   x/lr0,   x/lr1", "   {0},   {1},   0.1", "iter", "x/lr0" },
            { "num_updates,optimizer_lr", "{0},{1}", "num_updates", "optimizer_lr" },
            { "time/total_timesteps,train/learning_rate", "{0},{1}", "time/total_timesteps", "train/learning_rate" },
            { "it,learning-rate", "{0},{1}", "it", "learning-rate" },
            { "update,learningRate", "{0},{1}", "update", "learningRate" },
        };

    public static TheoryData<string, string, string> Lines() =>
        new()
        {
            { "iter {0}: loss {2}, time 135.21ms, mfu 17.3%, lr {1}", "iter", "lr" },
            { "step {0}/2000 | loss {2} (+1.2z)| norm 0.51 (-0.1z)| lr {1} | 305.12 ms | 45.1% bf16 MFU", "step", "lr" },
            {
                " [2024-05-01 10:00:01] iteration {0}/ 2000 | elapsed time per iteration (ms): 300.1 | learning rate: {1} |",
                "iteration",
                "learning rate"
            },
            {
                "[rank0]:[titan] 2024-05-01 10:00:01,123 - root - INFO - \u001b[31mstep: {0} \u001b[32mloss: {2}  lr: {1}\u001b[39m",
                "step",
                "lr"
            },
            { "INFO:root:step={0}, loss={2}, lr={1}", "step", "lr" },
            { "2024-05-01 10:00:01,123 INFO train.py:88 - Step {0}/2000: loss={2} lr={1}", "Step", "lr" },
            {
                "[2024-05-01 10:00:01,123] [INFO] [logging.py:96:log_dist] [Rank 0] step={0}, lr=[{1}, {1}], mom=[(0.9, 0.999)]",
                "step",
                "lr"
            },
            { "[05/01 10:00:01 d2.utils.events]:  eta: 1:02:03  iter: {0}  total_loss: {2}  lr: {1}  max_mem: 5000M", "iter", "lr" },
            {
                "2024-05-01 | INFO | train_inner | epoch 001:  {0} / 2000 loss={2}, num_updates={0}, lr={1}, gnorm=1.2",
                "num_updates",
                "lr"
            },
            { "05/01 10:00:01 - mmengine - INFO - Iter(train) [{0}/2000]  lr: {1}  eta: 1:02:03  time: 0.31  loss: {2}", "iter", "lr" },
            { "2024-05-01 10:00:01 - mmdet - INFO - Epoch [{3}][{4}/200]\tlr: {1}, eta: 1:02:03, loss: {2}", "epoch × 200 + iter", "lr" },
            { "Train: {3} [{4}/200 (  5%)]  Loss: {2} (2.3)  LR: {1}  Data: 0.010 (0.010)", "epoch × 200 + iter", "LR" },
            { "Epoch: [{3}][{4}/200]\tTime 0.345 ( 0.345)\tLoss {2}\tLR {1}", "epoch × 200 + iter", "LR" },
            { " 10%|#    | {0}/2000 [00:01<10:00,  2.34it/s, loss={2}, lr={1}]", "it", "lr" },
            { "Epoch {0}/2000\n200/200 [====] - 5s 25ms/step - loss: {2} - val_loss: 0.61 - lr: {1}", "Epoch", "lr" },
            { "Epoch {0}: adjusting learning rate of group 0 to {1}.", "Epoch", "learning rate" },
            { "\nEpoch {0}: LearningRateScheduler setting learning rate to {1}.\nEpoch {0}/2000", "Epoch", "learning rate" },
            { "After {0} updates the learning rate is now {1}.", "updates", "learning rate" },
            { "{{\"step\": {0}, \"lr\": {1}, \"loss\": {2}}}", "step", "lr" },
            { "{{\"step\": \"{0}\", \"lr\": \"{1}\", \"loss\": NaN}}", "step", "lr" },
            { "{{\"step\": {0}, \"train\": {{\"lr\": [{1}, {1}], \"loss\": {2}}}}}", "step", "train.lr" },
            { "{{\"mode\": \"train\", \"epoch\": {3}, \"iter\": {4}, \"lr\": {1}, \"loss\": {2}}}", "epoch × 200 + iter", "lr" },
            { "{{\"epoch\": 1, \"update\": \"{3}.5\", \"lr\": \"{1}\", \"num_updates\": \"{0}\"}}", "num_updates", "lr" },
            { "{0} {1}", "column 1", "column 2" },
            { "{0},{1}", "column 1", "column 2" },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_columns_of_a_table_are_found(string header, string row, string step, string rate) =>
        AssertFound(Written(header + "\n" + Rows(row)), step, rate);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Steps_and_rates_are_found_in_lines(string line, string step, string rate) => AssertFound(Written(Rows(line)), step, rate);

    [Theory]
    [InlineData("step;lr;loss", "{0};{1};{2}")]
    [InlineData("step\tlr\tloss", "{0}\t{1}\t{2}")]
    public void Decimals_may_have_a_comma(string header, string row) =>
        AssertFound(Written(header + "\n" + Rows(row).Replace('.', ',')), "step", "lr");

    [Theory]
    [InlineData("N0")]
    [InlineData("F1")]
    [InlineData("E4")]
    public void Steps_may_be_printed_in_groups_or_as_real_numbers(string format) =>
        AssertFound(
            Written(
                "step,lr\n"
                    + string.Concat(Steps.Select(step => $"\"{step.ToString(format, CultureInfo.InvariantCulture)}\",{Printed(step)}\n"))
            ),
            "step",
            "lr"
        );

    [Theory]
    [InlineData("\r\n", "utf-8")]
    [InlineData("\r", "utf-8")]
    [InlineData("\n", "utf-16")]
    [InlineData("\r\n", "utf-32")]
    public void Line_ends_and_byte_order_marks_are_of_no_matter(string end, string encoding)
    {
        string path = folder["log.csv"];
        string text = ("step,lr,loss\n" + Rows("{0},{1},{2}")).ReplaceLineEndings(end);
        File.WriteAllText(path, text, Encoding.GetEncoding(encoding));
        AssertFound(path, "step", "lr");
    }

    [Fact]
    public void The_limit_of_rows_holds_for_logs_without_columns_too()
    {
        var rows = new ParsedRows("run.jsonl");
        (string, string)[] row = [("step", "1")];
        for (int i = 1; i <= LogFile.MostRows; i++)
        {
            rows.Add(i, row);
        }

        UserErrorException refused = Assert.Throws<UserErrorException>(() => rows.Add(LogFile.MostRows + 1, row));
        Assert.StartsWith("run.jsonl:5000001: there are more than 5,000,000 rows", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_document_may_hold_lists_or_points()
    {
        string steps = string.Join(',', Steps);
        string rates = string.Join(',', Steps.Select(Printed));
        AssertFound(Written($"{{\"step\": [{steps}], \"lr\": [{rates}]}}"), "step", "lr");
        AssertFound(Written($"[{string.Join(',', Steps.Select(step => $"[1714521600.5, {step}, {Printed(step)}]"))}]"), "step", "value");
    }

    [Theory]
    [InlineData("lr\n", "{1}")]
    [InlineData("", "{1}")]
    [InlineData("Relative Time (Process),lr\n", "{2},{1}")]
    [InlineData("", "{{'loss': {2}, 'learning_rate': {1}, 'epoch': {2}}}")]
    public void Rows_without_steps_are_counted(string header, string row)
    {
        var log = RunLog.Read(Written(header + Rows(row)), null, null, null);
        Assert.Equal("row", log.StepName);
        Assert.Equal([.. Enumerable.Range(0, Steps.Length)], log.Log.Steps);
        Assert.Equal(Steps.Select(Rate), log.Log.Rates);
    }

    private static void AssertFound(string path, string step, string rate)
    {
        var log = RunLog.Read(path, null, null, null);
        Assert.Equal((step, rate), (log.StepName, log.RateName));
        Assert.Equal(Steps, log.Log.Steps);
        Assert.Equal(Steps.Select(Rate), log.Log.Rates);
    }

    private static string Rows(string format) =>
        string.Concat(
            Steps.Select(step =>
                string.Format(
                    CultureInfo.InvariantCulture,
                    format + "\n",
                    step,
                    Printed(step),
                    1 + (1.0 / (step + 4)),
                    step / 200,
                    step % 200
                )
            )
        );

    private static string Printed(int step) => Run(step).ToString("E5", CultureInfo.InvariantCulture);

    private static double Rate(int step) => double.Parse(Printed(step), CultureInfo.InvariantCulture);

    private string Written(string text)
    {
        string path = folder["log.txt"];
        File.WriteAllText(path, text);
        return path;
    }
}
