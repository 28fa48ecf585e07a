using LrMath.Training;
using LrMath.Training.TorchSharp;
using LrMath.Training.TorchSharp.Native;

OlderCppRuntime.Prepare();
return await TrainingCommand.Run(args, [TorchModels.ResidualNetwork, ModelChoice.Perceptron], CancellationToken.None);
