return await LrMath.Training.TrainingCommand.Run(args, CancellationToken.None);
