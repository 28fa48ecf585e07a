using LrMath.Training.TorchSharp.Native;
using LrMath.Training;
using LrMath.Training.TorchSharp;

OlderCppRuntime.Prepare();
return await TrainingCommand.Run(args, [TorchModels.ResidualNetwork, ModelChoice.Perceptron], CancellationToken.None);
